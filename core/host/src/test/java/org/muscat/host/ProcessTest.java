package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in child JVMs; every test leaves none behind. */
abstract class ProcessTest {

  private final Path folder;
  private LoadedPlugins plugins = new LoadedPlugins(Map.of(), List.of(), new Calls());

  ProcessTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void shouldLeaveNothingBehind() {
    plugins.close();
    assertThat(Children.running()).isEmpty();
    await().untilAsserted(() -> assertThat(Children.threads()).isEmpty());
  }

  final Path folder() {
    return folder;
  }

  final LoadedPlugins plugins() {
    return plugins;
  }

  /** Loads the plugins of the folder into child JVMs. */
  final LoadedPlugins inProcess(GuardSettings guard) throws IOException {
    return load(new HostSettings(guard, Map.of(), Isolation.process(32)));
  }

  /** Loads the plugins of the folder into this JVM. */
  final LoadedPlugins inHost() throws IOException {
    return load(HostSettings.of(Readings.PATIENT));
  }

  private LoadedPlugins load(HostSettings settings) throws IOException {
    plugins.close();
    plugins = PluginLoader.load(folder, settings);
    return plugins;
  }
}

package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.host.Readings.PATIENT;
import static org.muscat.host.Readings.read;
import static org.muscat.host.Readings.value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

class PluginIsolationTest {

  private final Path folder;

  PluginIsolationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldCallEveryMethodWithTheContextLoaderOfThePlugin() throws IOException {
    PluginJar.of(
            "file",
            PluginSource.of("A", "a")
                .members(
                    """
                    static String loader() {
                      return Thread.currentThread().getContextClassLoader().getName();
                    }
                    final String made = loader();
                    """)
                .indicator(
                    "where",
                    "return Measured.of(1, known.asOf()).fact(\"made\", made)"
                        + ".fact(\"read\", loader())"
                        + ".fact(\"thread\", Thread.currentThread().getName());"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      Measured reading = (Measured) read(plugins, "where").get(0).reading();

      assertThat(reading.facts())
          .containsEntry("made", "plugin-file")
          .containsEntry("read", "plugin-file")
          .containsEntry("thread", "plugin-a");
    }
  }

  @Test
  void shouldLetEachPluginBringItsOwnVersionOfALibraryOfTheHost() throws IOException {
    for (int version : List.of(1, 2)) {
      PluginJar.of(
              "p" + version,
              PluginSource.of("P", "p" + version)
                  .indicator("version-" + version, value("org.yaml.snakeyaml.Yaml.VERSION")))
          .source(
              "org.yaml.snakeyaml.Yaml",
              "package org.yaml.snakeyaml; public class Yaml { public static int VERSION = "
                  + version
                  + "; }")
          .in(folder);
    }

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      assertThat(read(plugins, "version-1", "version-2"))
          .extracting(outcome -> ((Measured) outcome.reading()).value())
          .containsExactly(1.0, 2.0);
    }
  }

  @Test
  void shouldHideTheClassesOfTheHost() throws IOException {
    PluginJar.of(
            "a",
            PluginSource.of("A", "a")
                .indicator("peek", "Class.forName(\"org.muscat.host.Verdict\"); return null;")
                .indicator("log", "Class.forName(\"org.slf4j.Logger\"); return null;"))
        .in(folder);

    try (LoadedPlugins plugins = PluginLoader.load(folder, HostSettings.of(PATIENT))) {
      assertThat(read(plugins, "peek", "log"))
          .extracting(outcome -> ((NoData) outcome.reading()).reason().replaceAll(" \\(.*", ""))
          .containsExactly(
              "indicator failed: java.lang.ClassNotFoundException: org.muscat.host.Verdict",
              "indicator failed: java.lang.ClassNotFoundException: org.slf4j.Logger");
    }
  }
}

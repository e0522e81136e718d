package org.muscat.server.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.BoundIndicator;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.PluginLoader;
import org.muscat.host.ReadRequest;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.fixture.LogWatch;
import org.muscat.testkit.History;

class QuarantineWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final String LEAK =
      "Thread thread = new Thread(() -> java.util.concurrent.locks.LockSupport.park());"
          + "thread.setDaemon(true); thread.start(); return Measured.of(1, known.asOf());";

  @RegisterExtension final LogWatch logs = new LogWatch();

  @TempDir private Path folder;

  /** A file system that was closed throws what is no exception of I/O. */
  @Test
  void shouldGoOnWhateverTheQuarantineThrows() throws IOException {
    PluginJar.of("leaky", PluginSource.of("Leaky", "leaky").indicator("leak", LEAK)).in(folder);
    FileSystem data =
        FileSystems.newFileSystem(
            URI.create("jar:" + folder.resolve("data.zip").toUri()), Map.of("create", "true"));
    try (LoadedPlugins plugins = PluginLoader.load(folder);
        QuarantineWatch watch =
            new QuarantineWatch(new Quarantine(data.getPath("/data")), plugins)) {
      data.close();
      watch.start();
      await()
          .atMost(PATIENCE)
          .until(() -> logs.warnings().stream().anyMatch(line -> line.contains("not read")));

      assertThat(plugins.readAll(List.of(request(plugins))).get(0).failure()).isEmpty();

      // Found by whoever looks again and again.
      await().atMost(PATIENCE).until(() -> plugins.verdicts().get(0).code().equals("P405"));
      assertThat(logs.warnings())
          .filteredOn(line -> line.contains("quarantine not read"))
          .hasSize(1);
    }
  }

  private static ReadRequest request(LoadedPlugins plugins) {
    ConfigNode none = ConfigNode.emptyMapping(new Place("model.yaml", 1, ""));
    BoundIndicator leak =
        plugins.indicator("leak").orElseThrow().bind(none, new Problems()).orElseThrow();
    return new ReadRequest(leak, new History().view(NOW, leak.inputs()));
  }
}

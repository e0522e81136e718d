package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.faultpack.Fault;
import org.muscat.faultpack.Faults;
import org.muscat.faultpack.PluginJar;
import org.muscat.faultpack.PluginSource;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.spi.Batch;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Measured;

/** What a plugin took is given back: the heap and the threads of this JVM are as before. */
class MemoryReturnsTest {

  private static final long MEGABYTE = 1 << 20;

  /** A plugin that keeps what it is given would need many times as much. */
  private static final long MOST_MORE = 8 * MEGABYTE;

  @TempDir private Path folder;

  private record Level(long heap, int threads, int children) {

    static Level now() {
      System.gc();
      return new Level(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          Children.running().size());
    }

    void assertNotAbove(Level before) {
      assertThat(heap).isLessThan(before.heap + MOST_MORE);
      assertThat(threads).isLessThanOrEqualTo(before.threads);
      assertThat(children).isLessThanOrEqualTo(before.children);
    }
  }

  @BeforeEach
  void hold() {
    System.clearProperty(Fault.RELEASE);
  }

  @AfterEach
  void release() {
    System.setProperty(Fault.RELEASE, "now");
  }

  @ParameterizedTest(name = "{0} in a process: {1}")
  @CsvSource({
    "billion-rows, false, 300",
    "billion-rows, true, 300",
    "label-flood, false, 5",
    "label-flood, true, 1",
    "thread-leak, false, 20",
    "thread-leak, true, 20",
    "memory-hog, true, 20"
  })
  void shouldReturnToTheLevelBefore(String id, boolean process, int calls) throws IOException {
    Fault fault = Faults.named(id).orElseThrow();
    PluginJar.of("sound", PluginSource.good("Sound", "sound", "sound")).in(folder);
    fault.writeTo(folder);
    // What is loaded and compiled once stays.
    misbehave(fault, process, 1);
    await().atMost(Duration.ofSeconds(30)).until(() -> faultThreads() == 0);
    System.clearProperty(Fault.RELEASE);
    Level before = Level.now();

    misbehave(fault, process, calls);

    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> Level.now().assertNotAbove(before));
  }

  /** Beside a sound plugin, which goes on; while it is loaded, its calls alone cost nothing. */
  private void misbehave(Fault fault, boolean process, int calls) throws IOException {
    Isolation isolation = process ? Isolation.process(32) : Isolation.HOST;
    HostSettings settings =
        new HostSettings(Readings.PATIENT, Map.of(fault.id(), isolation), Isolation.HOST);
    try (LoadedPlugins plugins = PluginLoader.load(folder, settings)) {
      BoundIndicator sound = Readings.bind(plugins, "sound");
      Optional<BoundIndicator> bad =
          plugins
              .indicator(fault.indicator())
              .map(kind -> Readings.bind(plugins, fault.indicator()));
      Optional<HostedFeed> feed = plugins.feed(fault.feed()).map(kind -> open(plugins, fault));
      Level loaded = Level.now();
      Optional<String> cursor = Optional.empty();
      for (int i = 0; i < calls; i++) {
        cursor = feed.isPresent() ? fetch(feed.get(), cursor) : cursor;
        bad.ifPresent(one -> plugins.readAll(List.of(Readings.request(one))));
        assertThat(plugins.readAll(List.of(Readings.request(sound))).get(0).reading())
            .isEqualTo(Measured.of(1, Readings.NOW));
      }
      await()
          .pollInSameThread()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Level.now().heap() < loaded.heap() + MOST_MORE);
    } finally {
      System.setProperty(Fault.RELEASE, "now");
    }
  }

  private HostedFeed open(LoadedPlugins plugins, Fault fault) {
    ConfigNode none = ConfigNode.emptyMapping(new Place("muscat.yaml", 1, ""));
    return plugins
        .feed(fault.feed())
        .orElseThrow()
        .open(fault.feed(), none, folder, Clock.systemUTC(), new Problems())
        .orElseThrow();
  }

  private static Optional<String> fetch(HostedFeed feed, Optional<String> cursor) {
    var until = Clock.systemUTC().instant().plusSeconds(60);
    FetchRequest request =
        cursor
            .map(position -> FetchRequest.after(position, until))
            .orElseGet(() -> FetchRequest.first(until));
    return feed.fetch(request) instanceof FetchOutcome.Fetched fetched
        ? Optional.of(fetched.batch()).map(Batch::nextCursor).filter(next -> !next.isEmpty())
        : cursor;
  }

  private static long faultThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fault-"))
        .count();
  }
}

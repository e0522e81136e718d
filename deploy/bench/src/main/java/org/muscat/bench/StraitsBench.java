package org.muscat.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muscat.maritime.geo.Strait;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.backfill.Backfill.Progress;
import org.muscat.server.feed.FeedRunner;
import org.muscat.server.feed.Fetched;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Session;
import org.muscat.testkit.StubServer;

/**
 * Back-fills 28 straits through the whole path: a server that plays PortWatch, the feed, a store of
 * SQLite, M1, M3 and M10 at each strait, the index, the stored states. Run by {@code
 * deploy/bench/straits}; not a JMH benchmark, because what matters is one long run.
 */
public final class StraitsBench {

  private static final Instant FIRST = Instant.parse("2019-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2025-06-30T00:00:00Z");

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private StraitsBench() {}

  /**
   * Runs it.
   *
   * @param arguments the file of the recorded four straits, a folder of plugins, the folder to work
   *     in, how many threads read indicators
   */
  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[2]);
    ChokepointLayer layer = new ChokepointLayer(GeneratedTransits.of(Path.of(arguments[0])));
    try (StubServer server = StubServer.http().otherwise(layer)) {
      Path config = configuration(work, server);
      try (Session session =
          Session.open(config, Path.of(arguments[1]), work.resolve("data"), "muscat.db")) {
        new StraitsBench().run(session, Integer.parseInt(arguments[3]));
      }
    }
    say("store on disk", Files.size(work.resolve("data").resolve("muscat.db")) / 1048576.0, "MiB");
  }

  private void run(Session session, int threads) throws IOException {
    Stopwatch all = new Stopwatch();
    Stopwatch fetching = new Stopwatch();
    for (FeedRunner runner : session.configuredFeeds()) {
      try (runner) {
        Fetched fetched = runner.run();
        long stored = stored(fetched);
        while (fetched.hasMore()) {
          fetched = runner.run();
          stored += stored(fetched);
        }
        say("rows stored by the feed", (double) stored, "");
      }
    }
    fetching.say("fetch and store");
    Stopwatch filling = new Stopwatch();
    int ticks = 0;
    int scored = 0;
    Backfill backfill = session.injector().getInstance(Backfill.class);
    for (Theatre theatre : session.theatres().all()) {
      Progress done =
          backfill.run(theatre, FIRST, LAST, threads, session.clock(), progress -> {}, point -> {});
      ticks += done.points();
      scored += done.scored();
    }
    filling.say("back-fill");
    say("theatres", session.theatres().all().size(), "");
    say("ticks, each a stored state", ticks, "");
    say("of them with a score", scored, "");
    say("CPU a tick", filling.processorSeconds() * 1e3 / ticks, "ms");
    all.say("all");
    say("peak heap, the pools' peaks together", peakHeapMebibytes(), "MiB");
    say("peak resident memory", peakResidentMebibytes(), "MiB");
  }

  private static long stored(Fetched fetched) {
    if (fetched.failure().isPresent()) {
      throw new IllegalStateException("the fetch failed: " + fetched.failure().get());
    }
    return fetched.stored();
  }

  /** Muscat as it would be configured; M3 is refused at Hormuz, which has a model of its own. */
  private static Path configuration(Path work, StubServer server) throws IOException {
    List<String> others =
        Arrays.stream(Strait.values())
            .filter(strait -> strait != Strait.HORMUZ)
            .map(Strait::word)
            .toList();
    Files.writeString(work.resolve("straits.yaml"), model("straits", others, true));
    Files.writeString(
        work.resolve("hormuz.yaml"), model("hormuz", List.of(Strait.HORMUZ.word()), false));
    return Files.writeString(
        work.resolve("muscat.yaml"),
        """
        models: [straits.yaml, hormuz.yaml]
        http: {requests-per-second: 1000, burst: 1000}
        feeds:
          - {feed: portwatch, config: {url: "%s"}}
        """
            .formatted(server.uri("/query")));
  }

  /** The anchors are made up: not each strait has some, and the arithmetic is the same. */
  private static String model(String name, List<String> straits, boolean slowDecline) {
    return """
        model: %s
        version: 1
        theatres:
        %s
        pillars:
          maritime:
            weight: 1
            indicators:
              transit-shortfall: {config: {strait: "${strait}", calm: 0.95, stressed: 0.7}}
        %s
        status:
          chokepoint-status: {config: {strait: "${strait}", restricted-below: 0.9}}
        minimum-live: 1
        """
        .formatted(
            name,
            straits.stream()
                .map(strait -> "  - {id: %s, bind: {strait: %s}}".formatted(strait, strait))
                .collect(Collectors.joining("\n")),
            slowDecline ? "      slow-decline: {config: {strait: \"${strait}\"}}" : "");
  }

  private static double peakHeapMebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / 1048576.0;
  }

  /** As Linux counts it. */
  private static double peakResidentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"))
        / 1024.0;
  }

  private static void say(String what, double number, String unit) {
    System.out.printf(Locale.ROOT, "%-40s %,12.1f %s%n", what, number, unit);
  }

  /** Time on the clock and of the processor, all threads. */
  private final class Stopwatch {

    private final long wall = System.nanoTime();
    private final long processor = system.getProcessCpuTime();

    double processorSeconds() {
      return (system.getProcessCpuTime() - processor) / 1e9;
    }

    void say(String what) {
      StraitsBench.say(
          what + ", by the clock",
          Duration.ofNanos(System.nanoTime() - wall).toMillis() / 1e3,
          "s");
      StraitsBench.say(what + ", processor time", processorSeconds(), "s");
    }
  }
}

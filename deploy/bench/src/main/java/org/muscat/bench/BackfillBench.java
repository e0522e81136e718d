package org.muscat.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muscat.server.config.JobConfig;
import org.muscat.server.job.JobSchedule;
import org.muscat.server.job.JobStatus;
import org.muscat.server.job.JobWorks;
import org.muscat.server.runtime.Session;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.JobRun;
import org.muscat.store.Store;

/**
 * Back-fills seven years of days as a job: many theatres with thirty indicators each, on a store of
 * SQLite. Run by {@code deploy/bench/backfill}; not a JMH benchmark, because what matters is one
 * long run.
 */
public final class BackfillBench {

  private static final Instant FIRST = Instant.parse("2018-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2024-12-31T00:00:00Z");
  private static final int INDICATORS = 30;

  /** Theatres of a group read the same series. */
  private static final int GROUPS = 10;

  private static final Duration WARM = Duration.ofDays(60);
  private static final Duration POLL = Duration.ofMillis(100);

  private BackfillBench() {}

  /**
   * Runs it.
   *
   * @param arguments a folder with the plugin energy, the folder to work in, how many theatres, how
   *     many threads
   */
  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[1]);
    int theatres = Integer.parseInt(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    Path file = work.resolve("index.om");
    Path config = configuration(work, theatres, threads, file);
    Path data = work.resolve("data");
    try (Session session = Session.open(config, Path.of(arguments[0]), data, "muscat.db")) {
      fill(session.store());
      run(session);
    }
    say("store on disk", Files.size(data.resolve("muscat.db")) / 1048576.0, "MiB");
    System.out.println("sha256 of the OpenMetrics file: " + hash(file));
  }

  private static void run(Session session) {
    JobConfig job = session.config().jobs().get(0);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    try (JobSchedule schedule =
        new JobSchedule(
            "bench",
            session.store(),
            session.injector().getInstance(JobWorks.class),
            List.of(job),
            session.theatres(),
            session.clock(),
            JobSchedule.Pace.usual())) {
      schedule.start();
      long processor = system.getProcessCpuTime();
      var unused = schedule.run(job);
      while (schedule.statuses().get(0).last().isEmpty()) {
        LockSupport.parkNanos(POLL.toNanos());
      }
      JobStatus status = schedule.statuses().get(0);
      JobRun run = status.last().orElseThrow();
      System.out.println(run.state() + ": " + run.message());
      Duration took =
          Duration.between(
              Objects.requireNonNull(run.begunAt()), Objects.requireNonNull(run.endedAt()));
      double seconds = took.toMillis() / 1e3;
      double cpu = (system.getProcessCpuTime() - processor) / 1e9;
      say("points, each a stored state", (double) run.total(), "");
      say("by the clock", seconds, "s");
      say("processor time", cpu, "s");
      say("points a second", run.total() / seconds, "");
      say("processor time a point", cpu * 1e3 / run.total(), "ms");
    }
  }

  private static void fill(Store store) {
    for (int group = 0; group < GROUPS; group++) {
      for (int series = 0; series < INDICATORS; series++) {
        Random random = new Random(1000L * group + series);
        List<Observation> points = new ArrayList<>();
        double price = 80;
        for (Instant day = FIRST.minus(WARM);
            !day.isAfter(LAST);
            day = day.plus(Duration.ofDays(1))) {
          price *= 1 + 0.02 * random.nextGaussian();
          points.add(
              Observation.point("bench/" + group + "/" + series, day, price)
                  .knownAt(day, KnownBasis.PUBLISHED));
        }
        store.append(new Delivery("bench", 1, LAST, points, null));
      }
    }
  }

  private static Path configuration(Path work, int theatres, int threads, Path file)
      throws IOException {
    Files.createDirectories(work.resolve("data"));
    Files.writeString(
        work.resolve("bench.yaml"),
        """
        model: bench
        version: 1
        theatres:
        %s
        pillars:
        %s
        history: {from: 2018-01-01, warm-up: P30D}
        """
            .formatted(
                IntStream.range(0, theatres)
                    .mapToObj(
                        i -> "  - {id: t%03d, bind: {group: \"%d\"}}".formatted(i, i % GROUPS))
                    .collect(Collectors.joining("\n")),
                pillars()));
    return Files.writeString(
        work.resolve("muscat.yaml"),
        """
        models: [bench.yaml]
        jobs:
          - id: fill
            timeout: PT10H
            retries: 0
            backfill: {from: %s, to: %s, threads: %d, openmetrics: "%s"}
        """
            .formatted(FIRST, LAST, threads, file));
  }

  private static String pillars() {
    StringBuilder yaml = new StringBuilder();
    for (int pillar = 0; pillar < 3; pillar++) {
      yaml.append("  p%d:%n    weight: 1%n    indicators:%n".formatted(pillar));
      for (int i = 0; i < INDICATORS / 3; i++) {
        int series = pillar * INDICATORS / 3 + i;
        yaml.append(
            "      v%d: {indicator: realised-volatility, config: {series: \"bench/${group}/%d\"}}%n"
                .formatted(series, series));
      }
    }
    return yaml.toString().stripTrailing();
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void say(String what, double number, String unit) {
    System.out.printf(Locale.ROOT, "%-32s %,12.1f %s%n", what, number, unit);
  }
}

package org.muscat.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;
import org.muscat.store.StoreLocation;

/**
 * Measures the store on many rows: loading, reading a year as of a moment, bytes on disk, heap. Run
 * by {@code deploy/bench/store}; not a JMH benchmark, because what matters is one long load.
 */
public final class StoreBench {

  private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 5_000;
  private static final int SERIES_IN_A_DELIVERY = 40;
  private static final int REVISED_DAYS = 1_000;
  private static final int WARM_UP = 2_000;
  private static final int READS = 8_000;

  private final Store store;
  private final int series;

  private StoreBench(Store store, int series) {
    this.store = store;
    this.series = series;
  }

  /**
   * Runs it.
   *
   * @param arguments {@code sqlite} or {@code postgres}, how many million rows, the folder to work
   *     in
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    int series = Integer.parseInt(arguments[1]) * 1_000_000 / DAYS;
    Path folder = Path.of(arguments[2]);
    if (arguments[0].equals("sqlite")) {
      Path file = folder.resolve("muscat.db");
      run(StoreLocation.file(file), series);
      say("bytes on disk for a row", size(file) / withRevisions(series), "bytes");
    } else {
      try (EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("data"))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_wal_size", "4GB")
              .start()) {
        String url = server.getJdbcUrl("postgres", "postgres");
        run(StoreLocation.of(url), series);
        say("bytes on disk for a row", number(url) / withRevisions(series), "bytes");
      }
    }
  }

  private static void run(StoreLocation location, int series) {
    try (Store store = Store.open(location)) {
      StoreBench bench = new StoreBench(store, series);
      bench.load();
      bench.readYears("as-of year");
      bench.revise();
      bench.readYears("the same after revisions of other points");
    }
  }

  private void load() {
    long wall = 0;
    long processor = 0;
    for (int from = 0; from < series; from += SERIES_IN_A_DELIVERY) {
      Delivery delivery = delivery(from, Math.min(series, from + SERIES_IN_A_DELIVERY));
      long start = System.nanoTime();
      long startProcessor = processorNanos();
      store.append(delivery);
      wall += System.nanoTime() - start;
      processor += processorNanos() - startProcessor;
      int loaded = (from + SERIES_IN_A_DELIVERY) * DAYS;
      if (loaded % 1_000_000 == 0) {
        say("heap after " + loaded / 1_000_000 + " million rows", heapMebibytes(), "MiB");
      }
    }
    say("insert, 200,000 rows a transaction", rows(series) * 1e9 / wall, "rows/s");
    say("the same, by processor time of Muscat", rows(series) * 1e9 / processor, "rows/s");
  }

  private static Delivery delivery(int from, int to) {
    List<Observation> observations = new ArrayList<>();
    for (int number = from; number < to; number++) {
      for (int day = 0; day < DAYS; day++) {
        observations.add(point(number, day, 80 + Math.sin(day + number), day + 1));
      }
    }
    return new Delivery("bench", 1, at(DAYS + 1), observations, null);
  }

  /** Later values of the first thousand days of every second series: of a tenth of all points. */
  private void revise() {
    for (int from = 0; from < series; from += 2 * SERIES_IN_A_DELIVERY) {
      List<Observation> observations = new ArrayList<>();
      int to = Math.min(series, from + 2 * SERIES_IN_A_DELIVERY);
      for (int number = from; number < to; number += 2) {
        for (int day = 0; day < REVISED_DAYS; day++) {
          observations.add(point(number, day, 90, DAYS + 2));
        }
      }
      store.append(new Delivery("bench", 1, at(DAYS + 20), observations, null));
    }
  }

  private void readYears(String what) {
    Random random = new Random(1);
    double[] micros = new double[READS];
    long processor = 0;
    for (int i = -WARM_UP; i < READS; i++) {
      String name = name(random.nextInt(series));
      // A year of points that nobody revised, of any series.
      Instant asOf = at(REVISED_DAYS + 400 + random.nextInt(DAYS - REVISED_DAYS - 400));
      List<Inputs.Input> input = List.of(new Inputs.Input(name, Duration.ofDays(365)));
      long start = System.nanoTime();
      long startProcessor = processorNanos();
      int points = store.view(asOf, input, SourceRanking.byName()).series(name).size();
      if (points < 364) {
        throw new IllegalStateException(name + " as of " + asOf + " has " + points + " points");
      }
      if (i >= 0) {
        processor += processorNanos() - startProcessor;
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
    }
    Arrays.sort(micros);
    say(what + ", median", micros[READS / 2], "us");
    say(what + ", p99", micros[READS * 99 / 100], "us");
    say(what + ", mean processor time", processor / 1e3 / READS, "us");
  }

  private static Observation point(int number, int day, double value, int knownDay) {
    return Observation.point(name(number), at(day), value)
        .knownAt(at(knownDay), KnownBasis.ASSUMED);
  }

  private static String name(int number) {
    return "bench/series-" + number;
  }

  private static Instant at(int day) {
    return FIRST.plus(DAY.multipliedBy(day));
  }

  private static double rows(int series) {
    return (double) series * DAYS;
  }

  private static double withRevisions(int series) {
    int revised = (series + 1) / 2;
    return rows(series) + (double) revised * REVISED_DAYS;
  }

  private static long size(Path file) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
  }

  private static double number(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_total_relation_size('observation')")) {
      return row.next() ? row.getDouble(1) : Double.NaN;
    }
  }

  private static double heapMebibytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void say(String what, double number, String unit) {
    System.out.printf("%-52s %,14.1f %s%n", what, number, unit);
  }
}

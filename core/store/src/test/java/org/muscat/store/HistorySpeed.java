package org.muscat.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * Measures a history on series of recorded data, read from the folder of shared data that is named;
 * and the search for a valid checkpoint on a million rows. Run it by hand, it is not a test. What
 * is asked many times is measured in processor time of this thread, so that a busy machine matters
 * less.
 */
final class HistorySpeed {

  private static final SourceRanking RANKING = SourceRanking.byName();
  private static final Instant UNTIL = Instant.parse("2025-06-30T00:00:00Z");
  private static final List<Instant> GRID =
      LongStream.range(0, 2_000).mapToObj(i -> UNTIL.minus(Duration.ofDays(1_999 - i))).toList();

  private HistorySpeed() {}

  private interface Ask {
    Object of(Instant asOf);
  }

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Path folder = Files.createTempDirectory("muscat-speed");
    try (Store store = Store.open(folder.resolve("history.db"))) {
      List<String> names = load(store, data);
      for (int round = 0; round < 3; round++) {
        recorded(store, names);
      }
    }
    try (Store store = Store.open(folder.resolve("checkpoints.db"))) {
      checkpoints(store);
    }
  }

  /** One series from each column, all known the day after; and one that is revised every day. */
  private static List<String> load(Store store, Path data) throws IOException {
    List<String> names = new ArrayList<>();
    for (String price : List.of("brent", "wti", "henryhub", "ovx", "t10yie", "vix")) {
      names.add("prices/" + price);
      List<String> rows = lines(data.resolve("prices/" + price + "-daily.csv"));
      store.append(
          delivery(rows.stream(), names.get(names.size() - 1), price.equals("vix") ? 4 : 1));
    }
    List<String> straits =
        lines(data.resolve("portwatch/four-straits_vintage-B_2026-07-31.csv")).stream()
            .filter(row -> row.contains(",hormuz,"))
            .toList();
    for (int column = 2; column < 6; column++) {
      names.add("portwatch/column-" + column);
      store.append(delivery(straits.stream(), names.get(names.size() - 1), column));
    }
    names.add("portwatch/revised-daily");
    store.append(revised(straits, "portwatch/revised-daily"));
    return names;
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> all = Files.readAllLines(file);
    return all.subList(1, all.size());
  }

  private static Delivery delivery(Stream<String> rows, String name, int column) {
    List<Observation> observations =
        rows.map(row -> row.split(",", -1))
            .filter(cells -> cells[column].matches("-?[0-9.]+") && observed(cells).isBefore(UNTIL))
            .map(
                cells ->
                    Observation.point(name, observed(cells), Double.parseDouble(cells[column]))
                        .knownAt(observed(cells).plus(Duration.ofDays(1)), KnownBasis.ASSUMED))
            .toList();
    return new Delivery("speed", 1, UNTIL, observations, null);
  }

  /** Each day, ten of the last thirty days are told anew. */
  private static Delivery revised(List<String> rows, String name) {
    Random random = new Random(1);
    List<Observation> observations = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      if (observed(cells).isBefore(UNTIL)) {
        double value = Double.parseDouble(cells[2]);
        IntStream.rangeClosed(0, 30)
            .filter(lag -> lag == 0 || random.nextInt(3) == 0)
            .forEach(
                lag ->
                    observations.add(
                        Observation.point(name, observed(cells), value + random.nextInt(5))
                            .knownAt(
                                observed(cells).plus(Duration.ofDays(1 + lag)),
                                KnownBasis.ASSUMED)));
      }
    }
    return new Delivery("speed", 1, UNTIL, observations, null);
  }

  private static Instant observed(String[] cells) {
    return LocalDate.parse(cells[0].substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void recorded(Store store, List<String> names) {
    List<Inputs.Input> all = Days.everything(names.toArray(String[]::new));
    long start = System.nanoTime();
    History history = store.history(all, RANKING, UNTIL);
    say("load " + names.size() + " series", System.nanoTime() - start, 1_000_000, "ms");
    for (String name : List.of("prices/brent", "portwatch/column-2", "portwatch/revised-daily")) {
      List<Inputs.Input> one = Days.everything(name);
      int points = history.view(UNTIL, one).series(name).size();
      String series = name + ", " + points + " points";
      each(series + ", daily", GRID, moment -> history.view(moment, one));
      each(
          series + ", with provenance", GRID, moment -> history.view(moment, one).provenance(name));
      each(series + ", restated a week", GRID, moment -> restated(history, moment, one));
    }
    List<Instant> shuffled = new ArrayList<>(GRID);
    Collections.shuffle(shuffled, new Random(2));
    List<Inputs.Input> hard = Days.everything("portwatch/revised-daily");
    each("revised-daily, any order", shuffled, moment -> history.view(moment, hard));
    each("all series, daily", GRID, moment -> history.view(moment, all));
    each(
        "all series, daily, by the store",
        GRID.subList(1_900, 2_000),
        moment -> store.view(moment, all, RANKING));
  }

  private static Object restated(History history, Instant moment, List<Inputs.Input> inputs) {
    return history.restated(moment, moment.minus(Duration.ofDays(7)), moment, inputs);
  }

  /** A million rows of a hundred series; a checkpoint each day, and a late row before all. */
  private static void checkpoints(Store store) {
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "speed/series-" + i).toList();
    for (String name : names) {
      List<Observation> rows = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        rows.add(
            Observation.point(name, Days.day(i), Math.sin(i))
                .knownAt(Days.day(i + 1), KnownBasis.ASSUMED));
      }
      store.append(new Delivery("speed", 1, Days.day(10_001), rows, null));
    }
    List<Inputs.Input> all = Days.everything(names.toArray(String[]::new));
    for (int round = 0; round < 3; round++) {
      once("load a million points", () -> store.history(all, RANKING, Days.day(20_000)));
    }
    for (int fetch = 0; fetch < 1_000; fetch++) {
      store.append(
          new Delivery(
              "speed",
              1,
              Days.day(10_002 + fetch),
              List.of(Observation.point(names.get(fetch % 100), Days.day(10_001 + fetch), fetch)),
              null));
    }
    long stamp = store.stamp();
    String document = "{\"document\":\"" + "x".repeat(5_000) + "\"}";
    List<StoredState> states =
        IntStream.range(1, 6_000).mapToObj(i -> state(i, stamp, document)).toList();
    once("append 5,999 states of 5 kB", () -> store.indexStates().append(states));
    once("append them again, unchanged", () -> store.indexStates().append(states));
    List<Instant> moments = IntStream.range(0, 200).mapToObj(i -> Days.day(5_000 + i)).toList();
    each("newest checkpoint is valid", moments, moment -> checkpoint(store, moment, names));
    store.append(late(names.get(7), 3_000.5));
    each("3,000 checkpoints are spoiled", moments, moment -> checkpoint(store, moment, names));
    store.append(late(names.get(8), 0.5));
    each("all checkpoints are spoiled", moments, moment -> checkpoint(store, moment, names));
    each("read a year of states", moments, moment -> year(store, moment));
    each("earliest known", moments, moment -> store.earliestKnown(names, moment));
  }

  private static StoredState state(int day, long stamp, String document) {
    return new StoredState(
        "gulf",
        "m",
        "3f2a",
        "engine 0.1; energy 0.1; maritime 0.1",
        Days.day(day),
        stamp,
        "scored",
        50.0,
        40.0,
        60.0,
        document,
        "{\"day\":" + day + "}",
        Days.day(20_000));
  }

  private static Delivery late(String series, double known) {
    Observation row =
        Observation.point(series, Days.day(0.25), -9).knownAt(Days.day(known), KnownBasis.ASSUMED);
    return new Delivery("speed", 1, Days.day(20_000), List.of(row), null);
  }

  private static Object checkpoint(Store store, Instant moment, List<String> names) {
    return store
        .indexStates()
        .latestCheckpoint("gulf", "3f2a", "engine 0.1; energy 0.1; maritime 0.1", moment, names);
  }

  private static Object year(Store store, Instant moment) {
    return store
        .indexStates()
        .between(
            "gulf",
            "3f2a",
            "engine 0.1; energy 0.1; maritime 0.1",
            moment.minus(Duration.ofDays(365)),
            moment);
  }

  private static void once(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    say(what, System.nanoTime() - start, 1_000_000, "ms");
  }

  private static void each(String what, List<Instant> moments, Ask ask) {
    int answers = 0;
    long start = cpuNanos();
    for (Instant moment : moments) {
      answers += ask.of(moment).equals(what) ? 0 : 1;
    }
    if (answers != moments.size()) {
      throw new IllegalStateException(what + ": " + answers + " answers");
    }
    say(what, (cpuNanos() - start) / moments.size(), 1_000, "us");
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void say(String what, long nanos, long unit, String name) {
    System.out.printf("%-52s %,10.1f %s%n", what, (double) nanos / unit, name);
  }
}

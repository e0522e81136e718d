package org.muscat.store;

import static org.muscat.store.Days.day;
import static org.muscat.store.Days.everything;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** Measures the store on a million rows; run it by hand, it is not a test. */
final class StoreSpeed {

  private static final int SERIES = 100;
  private static final int DAYS = 10_000;
  private static final int READS = 20_000;

  private StoreSpeed() {}

  private interface Work {
    void run();
  }

  public static void main(String[] args) throws IOException {
    Path file = Files.createTempDirectory("muscat-speed").resolve("muscat.db");
    millis("open a new store", () -> Store.open(file).close());
    millis("open it again", () -> Store.open(file).close());
    try (Store store = Store.open(file)) {
      write(store);
      say("size on disk", Files.size(file) / 1_000_000, "MB");
      read(store);
      refetch(store);
      events(store);
      millis("summary of all", () -> store.summary(day(DAYS)));
    }
  }

  private static void write(Store store) {
    List<Delivery> deliveries = new ArrayList<>();
    for (int from = 0; from < SERIES; from += 10) {
      List<Observation> observations = new ArrayList<>();
      for (int series = from; series < from + 10; series++) {
        for (int i = 0; i < DAYS; i++) {
          observations.add(
              Observation.point(name(series), day(i), 80 + Math.sin(i + series))
                  .knownAt(day(i + 9), KnownBasis.ASSUMED));
        }
      }
      deliveries.add(new Delivery("speed", 1, day(DAYS), observations, null));
    }
    rows("insert, 100,000 rows a delivery", SERIES * DAYS, () -> deliveries.forEach(store::append));
    rows("the same again, unchanged", SERIES * DAYS, () -> deliveries.forEach(store::append));
  }

  private static void read(Store store) {
    for (int round = 0; round < 3; round++) {
      each("as-of year of a daily series", i -> year(store, i, Duration.ofDays(365)));
      each("as-of last ten days", i -> year(store, i, Duration.ofDays(10)));
    }
    millis("as-of 100 whole series", () -> store.view(day(DAYS), all(), SourceRanking.byName()));
  }

  private static void year(Store store, int i, Duration lookBack) {
    List<Inputs.Input> input = List.of(new Inputs.Input(name(i % SERIES), lookBack));
    Instant asOf = day(1_000 + (i * 37) % 9_000);
    store.view(asOf, input, SourceRanking.byName()).series(name(i % SERIES)).lastValue();
  }

  private static void refetch(Store store) {
    for (int round = 0; round < 3; round++) {
      double recorded = DAYS + 10 + round;
      List<Observation> quarter = new ArrayList<>();
      for (int i = DAYS - 90; i < DAYS; i++) {
        quarter.add(Observation.point(name(1), day(i), 80 + Math.sin(i + 1)));
      }
      millis(
          "re-fetch of 90 unchanged days",
          () -> store.append(new Delivery("speed", 1, day(recorded), quarter, null)));
    }
  }

  private static void events(Store store) {
    List<Observation> events = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      events.add(
          Observation.event(
              "speed/events",
              "file-" + i,
              day(Math.floorDiv(i, 20)),
              "contact",
              1,
              Map.of("actor", "OMN")));
    }
    Delivery delivery = new Delivery("speed", 1, day(DAYS), events, null);
    rows("insert events with attributes", events.size(), () -> store.append(delivery));
    List<Inputs.Input> inputs = List.of(new Inputs.Input("speed/events", Duration.ofDays(90)));
    for (int round = 0; round < 3; round++) {
      millis(
          "as-of 90 days of 1,800 events",
          () -> store.view(day(DAYS), inputs, SourceRanking.byName()));
    }
  }

  private static List<Inputs.Input> all() {
    String[] names = new String[SERIES];
    for (int i = 0; i < SERIES; i++) {
      names[i] = name(i);
    }
    return everything(names);
  }

  private static String name(int series) {
    return "speed/series-" + series;
  }

  private static void rows(String what, long rows, Work work) {
    say(what, (long) (rows / seconds(work)), "rows/s");
  }

  private static void millis(String what, Work work) {
    say(what, Math.round(seconds(work) * 1e3), "ms");
  }

  private static void each(String what, IntConsumer work) {
    double seconds =
        seconds(
            () -> {
              for (int i = 0; i < READS; i++) {
                work.accept(i);
              }
            });
    say(what, Math.round(seconds * 1e6 / READS), "us");
  }

  private static double seconds(Work work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String what, long number, String unit) {
    System.out.printf("%-36s %,12d %s%n", what, number, unit);
  }
}

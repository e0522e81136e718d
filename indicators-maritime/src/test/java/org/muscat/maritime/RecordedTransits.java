package org.muscat.maritime;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Observation;
import org.muscat.spi.Series;
import org.muscat.testkit.Recorded;
import org.muscat.toolkit.Cadence;

/** The recorded transits of PortWatch, known nine days later. */
final class RecordedTransits {

  static final Duration LAG = Duration.ofDays(9);

  private RecordedTransits() {}

  /** Hormuz in one vintage: A, B or C. */
  static List<Observation> hormuz(String vintage, Measure measure) {
    return switch (vintage) {
      case "A" -> hormuz("vintage-A_2026-04-27", measure, "total", "tanker");
      case "B" -> hormuz("vintage-B_2026-07-06", measure, "n_total", "n_tanker");
      case "C" -> hormuz("vintage-C_2026-08-20", measure, "n_total", "n_tanker");
      default -> throw new IllegalArgumentException("no vintage " + vintage);
    };
  }

  private static List<Observation> hormuz(
      String file, Measure measure, String allCalls, String tankerCalls) {
    String column =
        switch (measure) {
          case ALL_CALLS -> allCalls;
          case TANKER_CALLS -> tankerCalls;
          case TANKER_CAPACITY -> "capacity_tanker";
        };
    return Recorded.column(
        "portwatch/hormuz_" + file + ".csv",
        "date",
        column,
        measure.series("hormuz"),
        Recorded.lag(LAG));
  }

  /** All calls of one strait in the long file of four, vintage B. */
  static List<Observation> allCalls(String strait) {
    return calls(strait, Measure.ALL_CALLS);
  }

  /** Calls of all ships or of tankers; the file does not have the capacity of tankers. */
  static List<Observation> calls(String strait, Measure measure) {
    return Recorded.column(
        "portwatch/four-straits_vintage-B_2026-07-31.csv",
        Map.of("chokepoint", strait.replace('-', '_')),
        "date",
        measure == Measure.ALL_CALLS ? "n_total" : "n_tanker",
        measure.series(strait),
        Recorded.lag(LAG));
  }

  /** The ratio of each day: what a reading nine days later says (see the test of that). */
  static List<TransitRatio> ratios(List<Observation> transits) {
    return TransitRatios.of(series(transits), Cadence.DAILY).all();
  }

  /** The CUSUM of each day, likewise. */
  static List<Declines.Day> declines(List<Observation> transits, SlowDeclineConfig config) {
    return Declines.of(series(transits), config);
  }

  private static Series series(List<Observation> transits) {
    List<Observation> sorted =
        transits.stream().sorted(Comparator.comparing(Observation::observedAt)).toList();
    return Series.of(
        sorted.get(0).series(),
        sorted.stream().mapToLong(o -> o.observedAt().toEpochMilli()).toArray(),
        sorted.stream().mapToDouble(Observation::value).toArray());
  }

  /** The ratios of the days from one to another, both included. */
  static double[] between(List<TransitRatio> ratios, String from, String to) {
    return ratios.stream()
        .filter(r -> !r.observedAt().isBefore(Recorded.day(from)))
        .filter(r -> !r.observedAt().isAfter(Recorded.day(to)))
        .mapToDouble(TransitRatio::q)
        .toArray();
  }

  /** The moment at which a day is known. */
  static Instant whenKnown(String isoDate) {
    return Recorded.day(isoDate).plus(LAG);
  }

  static double shareBelow(double threshold, double[] ratios) {
    return (double) Arrays.stream(ratios).filter(q -> q < threshold).count() / ratios.length;
  }
}

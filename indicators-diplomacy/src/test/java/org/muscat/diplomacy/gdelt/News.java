package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;

/** Days over all files and a chronicle, made up, up to the end of 2021. */
public final class News {

  /** The moment to read at: yesterday is known. */
  public static final Instant NOW = Instant.parse("2022-01-01T06:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2022, 1, 1);

  private final History history = new History();

  /**
   * A number on each of the last days.
   *
   * @param days how many, the last of them yesterday
   * @param value of the n-th day before today, yesterday being 1
   */
  public News daily(String series, int days, IntToDoubleFunction value) {
    for (int ago = days; ago >= 1; ago--) {
      Instant day = start(TODAY.minusDays(ago));
      history.add(
          Observation.point(series, day, value.applyAsDouble(ago))
              .knownAt(
                  day.plus(Duration.ofDays(1)).plus(FileStamp.PUBLICATION), KnownBasis.PUBLISHED));
    }
    return this;
  }

  /** The same numbers on each of the last days. */
  News daily(String series, int days, double value) {
    return daily(series, days, ago -> value);
  }

  /** The last days of the theatre gulf are coded. */
  public News coded(int days) {
    for (int ago = days; ago >= 1; ago--) {
      Instant day = start(TODAY.minusDays(ago));
      history.add(
          Observation.point("chronicle/gulf/coded", day, 1)
              .knownAt(day.plus(Duration.ofDays(1)), KnownBasis.ASSUMED));
    }
    return this;
  }

  /** An event of the chronicle, verified with confidence A if the attributes say nothing else. */
  public News event(String domain, int daysAgo, String type, Map<String, String> attributes) {
    Instant day = start(TODAY.minusDays(daysAgo));
    Map<String, String> all = new HashMap<>(Map.of("verified", "true", "confidence", "A"));
    all.putAll(attributes);
    history.add(
        Observation.event("events/gulf/" + domain, type + daysAgo, day, type, 1, all)
            .knownAt(day.plus(Duration.ofDays(1)), KnownBasis.ASSUMED));
    return this;
  }

  History history() {
    return history;
  }

  /** All that was told. */
  public List<Observation> observations() {
    return history.observations();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

package org.muscat.server.imports;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.KnownBasis;

/**
 * From when the rows of an import count as known (method, section 2, rule 9): from a column of the
 * file, from a declared lag after observed-at, or from one moment on. Immutable.
 */
public final class KnownAt {

  private static final Pattern BUSINESS_DAYS = Pattern.compile("P(\\d{1,3})BD");

  private static final Duration LONGEST = Duration.ofDays(3_653);

  private final @Nullable Duration lag;
  private final int businessDays;
  private final @Nullable Instant moment;

  private KnownAt(@Nullable Duration lag, int businessDays, @Nullable Instant moment) {
    this.lag = lag;
    this.businessDays = businessDays;
    this.moment = moment;
  }

  /**
   * Reads {@code column}, {@code lag:P9D}, {@code lag:P1BD} (business days, Monday to Friday) or
   * {@code at:INSTANT}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static KnownAt parse(String text) {
    try {
      if (text.equals("column")) {
        return new KnownAt(null, 0, null);
      }
      if (text.startsWith("lag:")) {
        return lag(text.substring("lag:".length()));
      }
      if (text.startsWith("at:")) {
        return new KnownAt(null, 0, Instant.parse(text.substring("at:".length())));
      }
    } catch (DateTimeException e) {
      throw unreadable(text, e);
    }
    throw unreadable(text, null);
  }

  /** Whether the file itself says from when a row is known. */
  public boolean isColumn() {
    return lag == null && businessDays == 0 && moment == null;
  }

  /** From when a row counts as known; empty when the file says it. */
  public Optional<Instant> of(Instant observedAt) {
    if (moment != null) {
      return Optional.of(moment);
    }
    if (lag != null) {
      return Optional.of(observedAt.plus(lag));
    }
    return businessDays > 0 ? Optional.of(afterBusinessDays(observedAt)) : Optional.empty();
  }

  /** On what grounds: a lag is an assumption, a moment or a column is told by who imports. */
  public KnownBasis basis() {
    return lag != null || businessDays > 0 ? KnownBasis.ASSUMED : KnownBasis.PUBLISHED;
  }

  private Instant afterBusinessDays(Instant observedAt) {
    Instant known = observedAt;
    int left = businessDays;
    while (left > 0) {
      known = known.plus(1, ChronoUnit.DAYS);
      DayOfWeek day = known.atZone(ZoneOffset.UTC).getDayOfWeek();
      if (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return known;
  }

  private static KnownAt lag(String text) {
    Matcher businessDays = BUSINESS_DAYS.matcher(text);
    if (businessDays.matches()) {
      int days = Integer.parseInt(businessDays.group(1));
      return days == 0 ? new KnownAt(Duration.ZERO, 0, null) : new KnownAt(null, days, null);
    }
    Duration lag = Duration.parse(text);
    if (lag.isNegative() || lag.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("lag '" + text + "' is negative or longer than ten years");
    }
    return new KnownAt(lag, 0, null);
  }

  private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "--known '"
            + text
            + "' is not column, lag:P9D, lag:P1BD (business days) or at:2026-07-06T00:00:00Z",
        cause);
  }
}

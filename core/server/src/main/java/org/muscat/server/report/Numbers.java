package org.muscat.server.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, moments and names as people read them, as on the page. */
final class Numbers {

  private static final int DAY_LENGTH = "2024-01-01".length();
  private static final int MINUTE_LENGTH = "2024-01-01T00:00".length();
  private static final double LARGE = 10_000;
  private static final double SMALL = 0.001;
  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;

  private Numbers() {}

  /** With one digit after the point. */
  static String one(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** With its direction; what rounds to nothing has none. */
  static String signed(double number) {
    String size = String.format(Locale.ROOT, "%.2f", Math.abs(number));
    if (size.equals("0.00")) {
      return size;
    }
    return (number > 0 ? "+" : "\u2212") + size;
  }

  static String percent(double ratio) {
    return Math.round(100 * ratio) + " %";
  }

  /** The day of a moment. */
  static String day(String moment) {
    return moment.substring(0, DAY_LENGTH);
  }

  /** The minute of a moment. */
  static String moment(String moment) {
    return moment.substring(0, MINUTE_LENGTH).replace('T', ' ') + " UTC";
  }

  static String moment(Instant moment) {
    return moment(moment.toString());
  }

  /** A day if a moment is the beginning of one. */
  static String dayOrMoment(String moment) {
    String text = moment(moment);
    return text.endsWith(" 00:00 UTC") ? day(moment) : text;
  }

  /** The name of a state. */
  static String word(@Nullable String name) {
    return name == null ? "none" : name.toUpperCase(Locale.ROOT).replace('_', ' ');
  }

  /** A value in its unit. */
  static String reading(double value, String unit) {
    return unit.isEmpty() ? reading(value) : reading(value) + " " + unit;
  }

  private static String reading(double value) {
    if (value != 0 && Math.abs(value) < SMALL) {
      return "under 0.001";
    }
    return Math.abs(value) >= LARGE
        ? String.format(Locale.ROOT, "%.0f", value)
        : value == 0
            ? "0"
            : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** How long, in the largest unit that tells it well. */
  static String age(String from, String to) {
    long seconds =
        Math.max(0, Duration.between(Instant.parse(from), Instant.parse(to)).toSeconds());
    if (seconds < 2 * MINUTE) {
      return seconds + " s old";
    }
    if (seconds < 2 * HOUR) {
      return seconds / MINUTE + " min old";
    }
    return seconds < 2 * DAY ? seconds / HOUR + " h old" : seconds / DAY + " days old";
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** A place in a drawing. */
  static String coordinate(double place) {
    String text = String.format(Locale.ROOT, "%.1f", place);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}

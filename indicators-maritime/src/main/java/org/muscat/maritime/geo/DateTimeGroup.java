package org.muscat.maritime.geo;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.RefusedException.Reason;

/**
 * Date-time groups of broadcast warnings, always UTC: day, hour and minute, then {@code Z}, month
 * and perhaps year.
 */
public final class DateTimeGroup {

  private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
  private static final String STAMP = "(\\d{2})(\\d{2})(\\d{2})Z";
  private static final String MONTH_YEAR = "\\s+([A-Z]{3})(?:\\s+(\\d{4}|\\d{2})(?!\\d))?";
  private static final Pattern GROUP = Pattern.compile(STAMP + MONTH_YEAR);
  private static final Pattern RANGE =
      Pattern.compile(STAMP + "(?:" + MONTH_YEAR + ")?\\s+TO\\s+" + STAMP + MONTH_YEAR);
  private static final Pattern CANCEL =
      Pattern.compile("CANCEL\\s+THIS\\s+(?:MSG|MESSAGE)\\s+" + STAMP + MONTH_YEAR);

  /** Two moments, the second not before the first. */
  public record Span(Instant from, Instant to) {}

  private DateTimeGroup() {}

  /**
   * A group that is the whole text and has a year: {@code 150429Z APR 2023}, {@code 251516Z APR
   * 23}.
   *
   * @throws RefusedException if it is none
   */
  public static Instant parse(String text) {
    Matcher group = GROUP.matcher(text);
    if (!group.matches() || group.group(5) == null) {
      throw new RefusedException(
          Reason.DATE, quoted(text) + " is no date-time group such as 150429Z APR 2023");
    }
    return moment(group, 1, group.group(4), group.group(5), Instant.EPOCH);
  }

  /**
   * The first span of a text, {@code 191218Z TO 191647Z APR}; the year, where it is left out, is
   * the one that brings its end nearest to a moment.
   *
   * @param near such as the date of issue
   * @throws RefusedException if it is written like a span and is none
   */
  public static Optional<Span> span(String text, Instant near) {
    Matcher range = RANGE.matcher(text);
    if (!range.find()) {
      return Optional.empty();
    }
    Instant to = moment(range, 6, range.group(9), range.group(10), near);
    String month = range.group(4) == null ? range.group(9) : range.group(4);
    String year = range.group(4) == null ? range.group(10) : range.group(5);
    Instant from = moment(range, 1, month, year, to);
    if (to.isBefore(from)) {
      throw new RefusedException(Reason.DATE, quoted(range.group()) + " ends before it begins");
    }
    return Optional.of(new Span(from, to));
  }

  /**
   * When a message says that it is to be cancelled: {@code CANCEL THIS MSG 251516Z APR 23}.
   *
   * @throws RefusedException if that is no moment
   */
  public static Optional<Instant> cancellation(String text, Instant near) {
    Matcher cancel = CANCEL.matcher(text);
    return cancel.find()
        ? Optional.of(moment(cancel, 1, cancel.group(4), cancel.group(5), near))
        : Optional.empty();
  }

  private static Instant moment(
      Matcher stamp, int first, @Nullable String month, @Nullable String year, Instant near) {
    int at = month == null ? -1 : MONTHS.indexOf(month);
    if (at < 0 || at % 3 != 0) {
      throw new RefusedException(Reason.DATE, quoted(stamp.group()) + " names no month");
    }
    if (year != null) {
      return moment(stamp, first, at / 3 + 1, year.length() == 2 ? "20" + year : year);
    }
    int close = near.atOffset(ZoneOffset.UTC).getYear();
    return List.of(close - 1, close, close + 1).stream()
        .filter(each -> isDay(stamp, first, each, at / 3 + 1))
        .map(each -> moment(stamp, first, at / 3 + 1, String.valueOf(each)))
        .min((a, b) -> Duration.between(a, near).abs().compareTo(Duration.between(b, near).abs()))
        .orElseThrow(
            () -> new RefusedException(Reason.DATE, quoted(stamp.group()) + " is no such day"));
  }

  private static boolean isDay(Matcher stamp, int first, int year, int month) {
    return YearMonth.of(year, month).isValidDay(number(stamp, first));
  }

  private static Instant moment(Matcher stamp, int first, int month, String year) {
    try {
      return LocalDateTime.of(
              Integer.parseInt(year),
              month,
              number(stamp, first),
              number(stamp, first + 1),
              number(stamp, first + 2))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new RefusedException(
          Reason.DATE, quoted(stamp.group()) + " is no such moment: " + e.getMessage());
    }
  }

  private static int number(Matcher stamp, int group) {
    return Integer.parseInt(stamp.group(group));
  }
}

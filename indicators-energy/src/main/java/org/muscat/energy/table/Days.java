package org.muscat.energy.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Reads the dates of the publishers, who write them in one of four ways. */
final class Days {

  /** No month can be taken for a day: with numbers alone, the month is first or in the middle. */
  private static final DateTimeFormatter FORMS =
      new DateTimeFormatterBuilder()
          .appendOptional(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendOptional(DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT))
          .appendOptional(DateTimeFormatter.BASIC_ISO_DATE)
          .appendOptional(DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH))
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private Days() {}

  /**
   * Reads {@code 2025-06-30}, also with a time behind it, {@code 06/30/2025}, {@code 20250630} or
   * {@code 30-Jun-2025}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static LocalDate parse(String text) {
    String date = text.matches("\\d{4}-\\d{2}-\\d{2}[T ].*") ? text.substring(0, 10) : text;
    try {
      return LocalDate.parse(date, FORMS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "the date is '" + Excerpt.of(text) + "', not such as 2025-06-30 or 06/30/2025", e);
    }
  }
}

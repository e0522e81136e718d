package org.muscat.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Reads moments as tests write them. */
final class Moments {

  private Moments() {}

  /** A moment in ISO form, or a date, which stands for its start (UTC). */
  static Instant of(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is neither a date such as 2024-01-20 nor a moment such as"
              + " 2024-01-20T12:00:00Z",
          e);
    }
  }
}

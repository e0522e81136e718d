package org.muscat.server.index;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the moments that people ask for. */
public final class Moments {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Moments() {}

  /**
   * A moment in the years 1 to 9999: from there a hold or a span can be subtracted.
   *
   * @throws IllegalArgumentException if the text is something else; the message says what it is not
   */
  public static Instant parse(String text) {
    String fault = fault(text);
    if (fault != null) {
      throw new IllegalArgumentException("'" + text + "' " + fault);
    }
    return Instant.parse(text);
  }

  /** Why a text is no such moment, without the text; null if it is one. */
  public static @Nullable String fault(String text) {
    try {
      Instant moment = Instant.parse(text);
      return moment.isBefore(FIRST) || moment.isAfter(LAST)
          ? "is not in the years 1 to 9999"
          : null;
    } catch (DateTimeParseException e) {
      return "is not an instant such as 2019-09-20T00:00:00Z";
    }
  }
}

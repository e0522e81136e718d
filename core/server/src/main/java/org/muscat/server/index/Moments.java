package org.muscat.server.index;

import java.time.Instant;
import java.time.format.DateTimeParseException;

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
    Instant moment;
    try {
      moment = Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an instant such as 2019-09-20T00:00:00Z", e);
    }
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new IllegalArgumentException("'" + text + "' is not in the years 1 to 9999");
    }
    return moment;
  }
}

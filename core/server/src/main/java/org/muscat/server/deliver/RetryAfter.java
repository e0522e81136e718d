package org.muscat.server.deliver;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header Retry-After: a number of seconds, or a date. */
final class RetryAfter {

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** How long nobody is to ask again; empty if the text says nothing of the kind. */
  static Optional<Duration> of(String text, Instant now) {
    String stripped = text.strip();
    if (!stripped.isEmpty() && stripped.chars().allMatch(c -> c >= '0' && c <= '9')) {
      long seconds = stripped.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(stripped);
      return Optional.of(Duration.ofSeconds(seconds));
    }
    try {
      Instant moment =
          ZonedDateTime.parse(stripped, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return moment.isAfter(now) ? Optional.of(Duration.between(now, moment)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

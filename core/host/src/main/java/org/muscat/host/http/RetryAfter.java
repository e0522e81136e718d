package org.muscat.host.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header Retry-After, a number of seconds or a date. Safe for any thread. */
public final class RetryAfter {

  /** Nobody is left alone for longer because of one header. */
  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** The moment before which no request is wanted; empty if there is no such header to read. */
  static Optional<Instant> of(RawAnswer answer) {
    return answer.header("Retry-After").flatMap(text -> moment(text, answer.receivedAt()));
  }

  /**
   * The moment before which no request is wanted, at most a day after this one.
   *
   * @param header its text
   * @param now when it was received
   * @return the moment, not before {@code now}; empty if the text says nothing of the kind
   */
  public static Optional<Instant> moment(String header, Instant now) {
    String text = header.strip();
    Instant latest = now.plus(LONGEST);
    Instant moment;
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // More digits than that is later than the latest anyway.
      moment = text.length() > 9 ? latest : now.plusSeconds(Long.parseLong(text));
    } else {
      try {
        moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(moment.isAfter(latest) ? latest : moment.isBefore(now) ? now : moment);
  }
}

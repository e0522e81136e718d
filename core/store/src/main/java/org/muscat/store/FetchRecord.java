package org.muscat.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a feed once. Immutable.
 *
 * @param id rising numbers are the order in which fetches began
 * @param instance of the feed, in the configuration
 * @param feed the kind of feed
 * @param startedAt when it began
 * @param end how it ended; null while it runs, and for ever if the process died
 */
public record FetchRecord(
    long id, String instance, String feed, Instant startedAt, @Nullable End end) {

  /**
   * How a fetch ended.
   *
   * @param at when
   * @param reason a word that can be counted, such as {@code RATE_LIMITED}; empty if it succeeded
   * @param detail the reason in words; empty if it succeeded
   * @param stored observations that said something new
   * @param unchanged observations that repeated what was known
   * @param rejected rows that were not taken
   * @param requests that were sent
   * @param bytes that were received
   * @param notBefore when the source wants to be asked again; null if it did not say
   */
  public record End(
      Instant at,
      String reason,
      String detail,
      long stored,
      long unchanged,
      long rejected,
      long requests,
      long bytes,
      @Nullable Instant notBefore) {

    /** Whether the source was read to its end. */
    public boolean succeeded() {
      return reason.isEmpty();
    }
  }

  /** How it ended; empty while it runs, and for ever if the process died. */
  public Optional<End> ended() {
    return Optional.ofNullable(end);
  }

  /** How long it took; empty while it runs. */
  public Optional<Duration> took() {
    return ended().map(ending -> Duration.between(startedAt, ending.at()));
  }
}

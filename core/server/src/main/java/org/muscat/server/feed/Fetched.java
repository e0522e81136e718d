package org.muscat.server.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;

/**
 * What a run of a feed brought.
 *
 * @param stored observations that said something new
 * @param unchanged observations that repeated what was known
 * @param rejections rows that were not taken
 * @param hasMore whether the feed had more when the run had lasted long enough; another run goes on
 *     from there
 * @param why the run ended early; null if it did not
 */
public record Fetched(
    long stored,
    long unchanged,
    List<Rejection> rejections,
    boolean hasMore,
    @Nullable Failure why) {

  /**
   * Why a run ended early.
   *
   * @param reason a word that can be counted, such as {@code RATE_LIMITED}
   * @param detail the reason in words
   * @param notBefore when the source wants to be asked again; null if it did not say
   */
  public record Failure(String reason, String detail, @Nullable Instant notBefore) {

    @Override
    public String toString() {
      return reason + ": " + detail;
    }
  }

  public Fetched {
    rejections = List.copyOf(rejections);
  }

  /** Why the run ended early, if it did. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(why);
  }
}

package org.muscat.server.feed;

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
 * @param reason why the run ended early; null if it did not
 */
public record Fetched(
    int stored, int unchanged, List<Rejection> rejections, @Nullable String reason) {

  public Fetched {
    rejections = List.copyOf(rejections);
  }

  /** Why the run ended early, if it did. */
  public Optional<String> failure() {
    return Optional.ofNullable(reason);
  }
}

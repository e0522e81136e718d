package org.muscat.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of the fetches of one feed over some time. Immutable.
 *
 * @param instance of the feed, in the configuration
 * @param feed the kind of feed
 * @param fetches that ended
 * @param failures those of them that failed, by a word such as {@code RATE_LIMITED}
 * @param stored observations that said something new
 * @param rejected rows that were not taken
 * @param lastSuccessAt when the last one that succeeded ended; null if none did
 */
public record FetchSummary(
    String instance,
    String feed,
    long fetches,
    Map<String, Long> failures,
    long stored,
    long rejected,
    @Nullable Instant lastSuccessAt) {

  public FetchSummary {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  /** How many failed. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** When the last one that succeeded ended; empty if none did. */
  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccessAt);
  }
}

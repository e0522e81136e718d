package org.muscat.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a feed fares, over all processes that share the store. Immutable.
 *
 * @param lastSuccessAt when a fetch last succeeded; null if none did
 * @param lastCompletionAt when a fetch last ended, well or not; null if none did
 * @param failures how many fetches failed since the last that succeeded
 * @param notBefore when the source wants to be asked again, as the last failure said; null if it
 *     did not
 * @param newest the fetch that ended last; null if none did
 */
public record FetchHealth(
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastCompletionAt,
    int failures,
    @Nullable Instant notBefore,
    @Nullable FetchRecord newest) {

  /** Nothing is known of it. */
  public static final FetchHealth NEVER_FETCHED = new FetchHealth(null, null, 0, null, null);

  /** The same after one more failure, which is not in the log. */
  public FetchHealth failed(FetchRecord fetch) {
    return new FetchHealth(
        lastSuccessAt,
        fetch.ended().map(FetchRecord.End::at).orElse(lastCompletionAt),
        failures + 1,
        fetch.ended().map(FetchRecord.End::notBefore).orElse(null),
        fetch);
  }

  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccessAt);
  }

  public Optional<Instant> lastCompletion() {
    return Optional.ofNullable(lastCompletionAt);
  }

  /** The fetch that ended last. */
  public Optional<FetchRecord> newestFetch() {
    return Optional.ofNullable(newest);
  }
}

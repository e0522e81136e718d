package org.muscat.server.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;

/**
 * How a feed fares. Immutable.
 *
 * @param feed the instance in the configuration
 * @param kind the feed of a plugin that it is an instance of
 * @param lastSuccessAt when a fetch last succeeded
 * @param lastCompletionAt when a fetch last ended, well or not
 * @param failureReason why the last fetch failed; null if it did not
 * @param stored observations that said something new, since this process started
 * @param rejections the newest rejected rows
 */
public record FeedStatus(
    String feed,
    String kind,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastCompletionAt,
    @Nullable String failureReason,
    long stored,
    List<Rejection> rejections) {

  /** How many rejected rows are remembered. */
  static final int REMEMBERED_REJECTIONS = 20;

  public FeedStatus {
    rejections = List.copyOf(rejections);
  }

  static FeedStatus unfetched(String feed, String kind) {
    return new FeedStatus(feed, kind, null, null, null, 0, List.of());
  }

  FeedStatus succeeded(Instant at, long more, List<Rejection> rejected) {
    return new FeedStatus(feed, kind, at, at, null, stored + more, newest(rejected));
  }

  /** What came before the failure is stored, and what was rejected stays rejected. */
  FeedStatus failed(Instant at, String reason, long more, List<Rejection> rejected) {
    return new FeedStatus(feed, kind, lastSuccessAt, at, reason, stored + more, newest(rejected));
  }

  private List<Rejection> newest(List<Rejection> rejected) {
    List<Rejection> newest = rejected.isEmpty() ? rejections : rejected;
    return newest.subList(0, Math.min(newest.size(), REMEMBERED_REJECTIONS));
  }

  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccessAt);
  }

  public Optional<Instant> lastCompletion() {
    return Optional.ofNullable(lastCompletionAt);
  }

  /** Why the last fetch failed, if it did. */
  public Optional<String> failure() {
    return Optional.ofNullable(failureReason);
  }
}

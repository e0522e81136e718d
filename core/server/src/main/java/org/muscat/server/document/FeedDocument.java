package org.muscat.server.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.server.feed.FeedStatus;
import org.muscat.spi.Batch.Rejection;
import org.muscat.store.FetchRecord;
import org.muscat.store.VintageBreak;

/**
 * A feed and how it fares.
 *
 * @param state new, up, stale, failing or open
 * @param every the interval in which it is asked, as an ISO duration
 * @param reason a word for the last failure; null if the last fetch did not fail
 * @param failure the last failure in words; null if the last fetch did not fail
 * @param failures how many fetches in a row failed
 * @param nextFetch when it is asked next; null while that is not known
 * @param lastFetch the last fetch that ended; null if none did
 * @param stored observations that said something new, since this process started
 * @param newest the latest observed-at of each series, since this process started
 * @param vintageBreaks where its sources told their past anew
 */
public record FeedDocument(
    String feed,
    String kind,
    boolean up,
    String state,
    String every,
    @Nullable String lastSuccess,
    @Nullable String lastCompletion,
    @Nullable String reason,
    @Nullable String failure,
    int failures,
    @Nullable String nextFetch,
    @Nullable Fetch lastFetch,
    long stored,
    Map<String, String> newest,
    List<Break> vintageBreaks,
    List<String> rejections) {

  /** A fetch that ended. */
  public record Fetch(
      String startedAt,
      String endedAt,
      long millis,
      long stored,
      long unchanged,
      long rejected,
      long requests,
      long bytes) {

    private static @Nullable Fetch of(FetchRecord fetch) {
      FetchRecord.End end = fetch.end();
      return end == null
          ? null
          : new Fetch(
              fetch.startedAt().toString(),
              end.at().toString(),
              end.at().toEpochMilli() - fetch.startedAt().toEpochMilli(),
              end.stored(),
              end.unchanged(),
              end.rejected(),
              end.requests(),
              end.bytes());
    }
  }

  /**
   * A source told its past anew.
   *
   * @param open whether the history was not read whole yet: then the source is suspect
   */
  public record Break(
      String source,
      int vintage,
      String series,
      long overlapping,
      long changed,
      String detectedAt,
      boolean open) {

    private static Break of(VintageBreak seen, boolean open) {
      return new Break(
          seen.source(),
          seen.number(),
          seen.series(),
          seen.overlapping(),
          seen.changed(),
          seen.detectedAt().toString(),
          open);
    }
  }

  static FeedDocument of(FeedStatus status, Instant now) {
    Map<String, String> newest = new TreeMap<>();
    status.newest().forEach((series, at) -> newest.put(series, at.toString()));
    return new FeedDocument(
        status.feed(),
        status.kind(),
        status.lastSuccess().isPresent() && status.failure().isEmpty(),
        Words.of(status.state(now)),
        status.every().toString(),
        status.lastSuccess().map(Object::toString).orElse(null),
        status.lastCompletion().map(Object::toString).orElse(null),
        status.failure().map(FetchRecord.End::reason).orElse(null),
        status.failure().map(FetchRecord.End::detail).orElse(null),
        status.health().failures(),
        status.nextAt() == null ? null : status.nextAt().toString(),
        status.health().newestFetch().map(Fetch::of).orElse(null),
        status.observed(),
        newest,
        status.breaks().stream()
            .map(seen -> Break.of(seen, status.openBreaks().contains(seen)))
            .toList(),
        status.rejections().stream().map(Rejection::toString).toList());
  }
}

package org.muscat.server.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Batch.Rejection;
import org.muscat.store.FetchHealth;
import org.muscat.store.FetchRecord;
import org.muscat.store.VintageBreak;

/**
 * How a feed fares. Immutable.
 *
 * @param feed the instance in the configuration
 * @param kind the feed of a plugin that it is an instance of
 * @param every the interval in which it is asked
 * @param health how its fetches fared, over all processes and restarts
 * @param nextAt when it is asked next; null while that is not known
 * @param fetches that ended, since this process started
 * @param failures those of them that failed, by reason
 * @param observed observations that said something new, since this process started
 * @param newest the latest observed-at of each series, since this process started
 * @param breaks where its sources told their past anew, the oldest first
 * @param openBreaks those of them after which the history was not read whole yet
 * @param rejections the newest rejected rows
 */
public record FeedStatus(
    String feed,
    String kind,
    Duration every,
    FetchHealth health,
    @Nullable Instant nextAt,
    long fetches,
    Map<String, Long> failures,
    long observed,
    Map<String, Instant> newest,
    List<VintageBreak> breaks,
    List<VintageBreak> openBreaks,
    List<Rejection> rejections) {

  /** How many rejected rows are remembered. */
  static final int REMEMBERED_REJECTIONS = 20;

  /** After so many intervals without a success a feed is stale. */
  private static final int STALE_AFTER = 3;

  public FeedStatus {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
    newest = Collections.unmodifiableMap(new TreeMap<>(newest));
    breaks = List.copyOf(breaks);
    openBreaks = List.copyOf(openBreaks);
    rejections = List.copyOf(rejections);
  }

  /** The state of a feed in one word. */
  public enum State {
    /** No fetch ended yet. */
    NEW,
    /** The last fetch succeeded, not long ago. */
    UP,
    /** The last success is more than three intervals old, and the last fetch did not fail. */
    STALE,
    /** The last fetch failed. */
    FAILING,
    /** Many fetches in a row failed: it is asked less often. */
    OPEN
  }

  static FeedStatus unfetched(String feed, String kind, Duration every, FetchHealth health) {
    return new FeedStatus(
        feed, kind, every, health, null, 0, Map.of(), 0, Map.of(), List.of(), List.of(), List.of());
  }

  /** After a fetch. */
  FeedStatus after(Fetched fetched, FetchHealth now, Map<String, Instant> newestObserved) {
    Map<String, Long> failed = new TreeMap<>(failures);
    fetched.failure().ifPresent(why -> failed.merge(why.reason(), 1L, Long::sum));
    Map<String, Instant> latest = new TreeMap<>(newest);
    newestObserved.forEach(
        (series, at) -> latest.merge(series, at, (one, other) -> one.isAfter(other) ? one : other));
    return new FeedStatus(
        feed,
        kind,
        every,
        now,
        nextAt,
        fetches + 1,
        failed,
        observed + fetched.stored(),
        latest,
        breaks,
        openBreaks,
        newest(fetched.rejections()));
  }

  /** The same after what another process did. */
  FeedStatus with(FetchHealth now) {
    return new FeedStatus(
        feed,
        kind,
        every,
        now,
        nextAt,
        fetches,
        failures,
        observed,
        newest,
        breaks,
        openBreaks,
        rejections);
  }

  FeedStatus nextAt(Instant next) {
    return new FeedStatus(
        feed,
        kind,
        every,
        health,
        next,
        fetches,
        failures,
        observed,
        newest,
        breaks,
        openBreaks,
        rejections);
  }

  FeedStatus breaks(List<VintageBreak> all, List<VintageBreak> open) {
    return new FeedStatus(
        feed,
        kind,
        every,
        health,
        nextAt,
        fetches,
        failures,
        observed,
        newest,
        all,
        open,
        rejections);
  }

  /** What was rejected stays to be seen until other rows are. */
  private List<Rejection> newest(List<Rejection> rejected) {
    List<Rejection> kept = rejected.isEmpty() ? rejections : rejected;
    return kept.subList(0, Math.min(kept.size(), REMEMBERED_REJECTIONS));
  }

  /** In one word, as of a moment. */
  public State state(Instant now) {
    if (health.newestFetch().isEmpty()) {
      return State.NEW;
    }
    if (health.failures() > 0) {
      return Pace.breaker(health) == Breaker.OPEN ? State.OPEN : State.FAILING;
    }
    Instant fresh = now.minus(every.multipliedBy(STALE_AFTER));
    return lastSuccess().filter(at -> at.isAfter(fresh)).isPresent() ? State.UP : State.STALE;
  }

  /** How often one of its sources told its past anew, whichever series it was. */
  public long timesTold() {
    return breaks.stream()
        .map(seen -> List.of(seen.source(), seen.detectedAt()))
        .distinct()
        .count();
  }

  public Optional<Instant> lastSuccess() {
    return health.lastSuccess();
  }

  public Optional<Instant> lastCompletion() {
    return health.lastCompletion();
  }

  /** Why the last fetch failed, if it did. */
  public Optional<FetchRecord.End> failure() {
    return health.newestFetch().flatMap(FetchRecord::ended).filter(end -> !end.succeeded());
  }
}

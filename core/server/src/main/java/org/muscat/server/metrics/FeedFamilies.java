package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muscat.server.feed.FeedStatus;
import org.muscat.store.VintageBreak;

/** What is exported of one feed. */
final class FeedFamilies {

  private static final List<String> STATES =
      Arrays.stream(FeedStatus.State.values()).map(FeedFamilies::word).toList();

  private final Families families;
  private final FeedStatus feed;
  private final Labels labels;

  FeedFamilies(Families families, FeedStatus feed) {
    this.families = families;
    this.feed = feed;
    this.labels = Labels.of("feed", feed.feed());
  }

  /** Adds everything, as of a moment. */
  void add(Instant now) {
    if (feed.lastCompletion().isPresent()) {
      families.gauge(HealthMetric.FEED_UP, labels, feed.failure().isEmpty() ? 1 : 0);
    }
    families.states(HealthMetric.FEED_STATE, labels, STATES, word(feed.state(now)));
    time(HealthMetric.FEED_LAST_SUCCESS, feed.lastSuccess());
    time(HealthMetric.FEED_LAST_COMPLETION, feed.lastCompletion());
    time(HealthMetric.FEED_NEXT_FETCH, Optional.ofNullable(feed.nextAt()));
    counters();
    breaks();
    feed.newest()
        .forEach(
            (series, at) ->
                families.gauge(
                    HealthMetric.LAST_OBSERVED,
                    Labels.of("feed", feed.feed(), "series", series),
                    (double) at.getEpochSecond()));
  }

  private void counters() {
    families.counter(HealthMetric.FEED_FETCHES, labels, (double) feed.fetches());
    feed.failures()
        .forEach(
            (reason, count) ->
                families.counter(
                    HealthMetric.FEED_FAILURES,
                    Labels.of("feed", feed.feed(), "reason", reason.toLowerCase(Locale.ROOT)),
                    (double) count));
    families.counter(HealthMetric.FEED_OBSERVATIONS, labels, (double) feed.observed());
    families.counter(HealthMetric.VINTAGE_BREAKS, labels, (double) feed.timesTold());
  }

  /** Of each series the newest. */
  private void breaks() {
    Map<Labels, Instant> newest = new LinkedHashMap<>();
    for (VintageBreak seen : feed.breaks()) {
      newest.merge(labels(seen), seen.detectedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
    newest.forEach(
        (series, at) ->
            families.gauge(HealthMetric.VINTAGE_BREAK_AT, series, (double) at.getEpochSecond()));
  }

  private Labels labels(VintageBreak seen) {
    return Labels.of("feed", feed.feed(), "source", seen.source(), "series", seen.series());
  }

  private void time(MetricFamily family, Optional<Instant> moment) {
    moment.ifPresent(at -> families.gauge(family, labels, (double) at.getEpochSecond()));
  }

  private static String word(FeedStatus.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}

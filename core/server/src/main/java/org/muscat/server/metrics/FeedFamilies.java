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
      families.gauge(
          "muscat_feed_up",
          "Whether the last fetch of the feed succeeded",
          labels,
          feed.failure().isEmpty() ? 1 : 0);
    }
    families.states(
        "muscat_feed_state", "How the feed fares", labels, STATES, word(feed.state(now)));
    time("muscat_feed_last_success", "When the feed last succeeded", feed.lastSuccess());
    time(
        "muscat_feed_last_completion",
        "When a fetch of the feed last ended",
        feed.lastCompletion());
    time(
        "muscat_feed_next_fetch",
        "When the feed is asked next",
        Optional.ofNullable(feed.nextAt()));
    counters();
    breaks();
    feed.newest()
        .forEach(
            (series, at) ->
                families.gauge(
                    "muscat_series_last_observed_timestamp_seconds",
                    "What the newest observation of the series from this feed is about",
                    Labels.of("feed", feed.feed(), "series", series),
                    (double) at.getEpochSecond()));
  }

  private void counters() {
    families.counter(
        "muscat_feed_fetches", "Fetches of the feed that ended", labels, (double) feed.fetches());
    feed.failures()
        .forEach(
            (reason, count) ->
                families.counter(
                    "muscat_feed_fetch_failures",
                    "Fetches of the feed that failed, by reason",
                    Labels.of("feed", feed.feed(), "reason", reason.toLowerCase(Locale.ROOT)),
                    (double) count));
    families.counter(
        "muscat_feed_observations",
        "Observations of the feed that said something new",
        labels,
        (double) feed.observed());
    families.counter(
        "muscat_vintage_breaks",
        "How often a source of the feed told its past anew, ever",
        labels,
        (double) feed.timesTold());
  }

  /** Of each series the newest. */
  private void breaks() {
    Map<Labels, Instant> newest = new LinkedHashMap<>();
    for (VintageBreak seen : feed.breaks()) {
      newest.merge(labels(seen), seen.detectedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
    newest.forEach(
        (series, at) ->
            families.gauge(
                "muscat_vintage_break_timestamp_seconds",
                "When it was last seen that a source told the past of a series anew",
                series,
                (double) at.getEpochSecond()));
  }

  private Labels labels(VintageBreak seen) {
    return Labels.of("feed", feed.feed(), "source", seen.source(), "series", seen.series());
  }

  private void time(String name, String about, Optional<Instant> moment) {
    moment.ifPresent(
        at ->
            families.gauge(
                name + "_timestamp_seconds", about, labels, (double) at.getEpochSecond()));
  }

  private static String word(FeedStatus.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}

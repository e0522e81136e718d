package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import org.muscat.server.feed.FeedBoard;
import org.muscat.store.StoreException;
import org.muscat.store.VintageBreak;
import org.muscat.store.VintageBreaks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which series are suspect. The index asks for the source and the series, whichever feed saw the
 * break; so it counts here even when that feed is configured no more.
 */
final class SuspectFamily {

  private static final Logger LOG = LoggerFactory.getLogger(SuspectFamily.class);

  private final VintageBreaks breaks;
  private final FeedBoard feeds;

  SuspectFamily(VintageBreaks breaks, FeedBoard feeds) {
    this.breaks = breaks;
    this.feeds = feeds;
  }

  /** Adds each series of each source once for each feed that saw a break. */
  void add(Families families) {
    open().stream()
        .map(
            seen ->
                Labels.of(
                    "feed", seen.instance(), "source", seen.source(), "series", seen.series()))
        .distinct()
        .forEach(series -> families.gauge(HealthMetric.SUSPECT, series, 1));
  }

  private List<VintageBreak> open() {
    try {
      return breaks.open();
    } catch (StoreException e) {
      // The other metrics are needed most when the store fails; the feeds know their own breaks.
      LOG.atWarn()
          .addKeyValue("event", "suspect-series-unread")
          .setCause(e)
          .log("suspect series are those that the feeds saw last");
      return feeds.all().stream().flatMap(feed -> feed.openBreaks().stream()).toList();
    }
  }
}

package org.muscat.server.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.server.config.Build;
import org.muscat.server.feed.FeedBoard;
import org.muscat.server.feed.FeedStatus;

/** The health of Muscat as metrics: its build, its plugins and its feeds. Safe for any thread. */
public final class HealthCollector implements MultiCollector {

  private final LoadedPlugins plugins;
  private final FeedBoard feeds;

  public HealthCollector(LoadedPlugins plugins, FeedBoard feeds) {
    this.plugins = plugins;
    this.feeds = feeds;
  }

  @Override
  public MetricSnapshots collect() {
    Families families = new Families();
    families.info("muscat_build", "This program", Labels.of("version", Build.VERSION));
    // Two classes of one jar can have all labels in common; a series twice would break the page.
    plugins.verdicts().stream()
        .map(HealthCollector::labels)
        .distinct()
        .forEach(labels -> families.info("muscat_plugin", "A plugin and its verdict", labels));
    feeds.all().forEach(feed -> addFeed(families, feed));
    return families.build();
  }

  private static Labels labels(Verdict verdict) {
    return Labels.of(
        "plugin",
        verdict.plugin(),
        "location",
        fileName(verdict.location()),
        "version",
        verdict.version(),
        "status",
        verdict.status().name().toLowerCase(Locale.ROOT),
        "code",
        verdict.code());
  }

  /** Enough to tell two candidates apart, and nothing about the machine. */
  private static String fileName(String location) {
    Path name = Path.of(location).getFileName();
    return name == null ? location : name.toString();
  }

  private static void addFeed(Families families, FeedStatus feed) {
    Labels labels = Labels.of("feed", feed.feed());
    if (feed.lastCompletion().isPresent()) {
      families.gauge(
          "muscat_feed_up",
          "Whether the last fetch of the feed succeeded",
          labels,
          feed.failure().isEmpty() ? 1 : 0);
    }
    time(
        families,
        "muscat_feed_last_success_timestamp_seconds",
        "When the feed last succeeded",
        labels,
        feed.lastSuccess());
    time(
        families,
        "muscat_feed_last_completion_timestamp_seconds",
        "When a fetch of the feed last ended",
        labels,
        feed.lastCompletion());
  }

  private static void time(
      Families families, String name, String about, Labels labels, Optional<Instant> moment) {
    moment.ifPresent(at -> families.gauge(name, about, labels, (double) at.getEpochSecond()));
  }
}

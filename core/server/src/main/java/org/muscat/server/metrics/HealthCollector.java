package org.muscat.server.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.server.config.Build;
import org.muscat.server.feed.FeedBoard;
import org.muscat.spi.PluginDescriptor;
import org.muscat.store.VintageBreaks;

/**
 * The health of Muscat as metrics: its build, its plugins, its feeds and its series. Waits half a
 * second for the store at most; safe for any thread but an event loop.
 */
public final class HealthCollector implements MultiCollector, AutoCloseable {

  private final LoadedPlugins plugins;
  private final FeedBoard feeds;
  private final SuspectFamily suspect;
  private final Clock clock;

  /**
   * A collector.
   *
   * @param breaks say which series are suspect
   * @param clock says whether a feed is stale
   */
  public HealthCollector(
      LoadedPlugins plugins, FeedBoard feeds, VintageBreaks breaks, Clock clock) {
    this.plugins = plugins;
    this.feeds = feeds;
    this.suspect = new SuspectFamily(breaks::open, feeds);
    this.clock = clock;
  }

  @Override
  public MetricSnapshots collect() {
    Families families = new Families();
    families.info(HealthMetric.BUILD, Labels.of("version", Build.VERSION));
    // Two classes of one jar can have all labels in common; a series twice would break the page.
    Map<String, String> contracts =
        plugins.descriptors().stream()
            .collect(
                Collectors.toMap(
                    PluginDescriptor::id,
                    plugin -> String.valueOf(plugin.spiVersion()),
                    (one, other) -> one));
    plugins.verdicts().stream()
        .map(verdict -> labels(verdict, contracts.getOrDefault(verdict.plugin(), "")))
        .distinct()
        .forEach(labels -> families.info(HealthMetric.PLUGIN, labels));
    PluginFamilies pluginFamilies = new PluginFamilies(families);
    plugins.usages().forEach(pluginFamilies::add);
    plugins.meters().forEach(pluginFamilies::add);
    feeds.all().forEach(feed -> new FeedFamilies(families, feed).add(clock.instant()));
    suspect.add(families);
    return families.build();
  }

  /** Asks the store no more. */
  @Override
  public void close() {
    suspect.close();
  }

  private static Labels labels(Verdict verdict, String contract) {
    return Labels.of(
        "plugin",
        verdict.plugin(),
        "location",
        fileName(verdict.location()),
        "version",
        verdict.version(),
        "spi",
        contract,
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
}

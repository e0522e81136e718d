package org.muscat.dashboards;

import java.util.List;
import org.muscat.dashboards.grafana.Dashboard;
import org.muscat.dashboards.grafana.Variable;
import org.muscat.dashboards.promql.ForeignSeries;
import org.muscat.dashboards.promql.Recordings;
import org.muscat.dashboards.promql.Selector;
import org.muscat.dashboards.promql.Series;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.MetricFamily;

/** Muscat itself: can what it says be trusted now? */
final class EngineDashboard {

  private final Limits limits;
  private final Recordings recordings;

  EngineDashboard(Limits limits, Recordings recordings) {
    this.limits = limits;
    this.recordings = recordings;
  }

  Dashboard dashboard() {
    EnginePlugins plugins = new EnginePlugins(recordings);
    return new Dashboard(
        Common.ENGINE,
        "Muscat: Engine",
        "Can what Muscat says be trusted now? Its feeds, its plugins and itself.",
        List.of("muscat"),
        "6h",
        "30s",
        List.of(
            Common.dataSource(),
            // Of up, which a Muscat that is down has too; so never all jobs of the Prometheus.
            new Variable.LabelValues(
                "job",
                "Job",
                Selector.of(ForeignSeries.UP),
                "job",
                Variable.Choice.startingWith("muscat")),
            new Variable.LabelValues(
                "instance",
                "Instance",
                Selector.of(ForeignSeries.UP).in("job", "$job"),
                "instance",
                Variable.Choice.amongOffered()),
            new Variable.LabelValues(
                "feed",
                "Feed",
                scraped(HealthMetric.FEED_STATE),
                "feed",
                Variable.Choice.anything()),
            new Variable.LabelValues(
                "plugin",
                "Plugin",
                scraped(HealthMetric.PLUGIN),
                "plugin",
                Variable.Choice.anything()),
            Common.page(),
            Common.runbooks()),
        List.of(),
        Common.links(
            Common.ENGINE, Common.toRunbook("MuscatDown"), Common.toRunbook("MuscatIndexStale")),
        List.of(
            new EngineNow(limits, recordings).row(),
            new EngineFeeds(limits, recordings).row(),
            plugins.row(),
            new EngineTicks(limits, recordings).row()));
  }

  static Selector scraped(MetricFamily family) {
    return scraped(Series.of(family));
  }

  /** Of the chosen processes. */
  static Selector scraped(Series series) {
    return Selector.of(series).in("job", "$job").in("instance", "$instance");
  }

  /** Of the chosen feeds. */
  static Selector ofFeeds(Series series) {
    return scraped(series).in("feed", "$feed");
  }

  /** Of the chosen plugins. */
  static Selector ofPlugins(Series series) {
    return scraped(series).in("plugin", "$plugin");
  }
}

package org.muscat.dashboards;

import static org.muscat.dashboards.Common.BY_THEATRE;
import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.EngineDashboard.ofFeeds;
import static org.muscat.dashboards.EngineDashboard.ofPlugins;
import static org.muscat.dashboards.EngineDashboard.scraped;
import static org.muscat.dashboards.grafana.Target.end;

import java.util.List;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Column;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.dashboards.promql.ForeignSeries;
import org.muscat.dashboards.promql.Recordings;
import org.muscat.dashboards.promql.Series;
import org.muscat.server.metrics.HealthMetric;

/** Is anything wrong: the first row of the engine. */
final class EngineNow {

  private static final Kind FILLED = new Kind.Stat(true, "");

  private final Limits limits;
  private final Recordings recordings;

  EngineNow(Limits limits, Recordings recordings) {
    this.limits = limits;
    this.recordings = recordings;
  }

  Row row() {
    return Row.of("Now", up(), age(), feeds(), configuration(), version(), suspects());
  }

  private static Panel up() {
    return Panel.of(
            FILLED,
            "Scraped",
            "Whether Prometheus reached each process at the last scrape.",
            "Prometheus knows no target of this job",
            Unit.NONE)
        .thresholds(Limits.oneIsWell())
        .words(Limits.yesOrNo("up", "down"))
        .ask(end(scraped(ForeignSeries.UP).now().minBy("instance"), "{{instance}}"))
        .to(Common.toRunbook("MuscatDown"))
        .size(5, 5);
  }

  private Panel age() {
    return Panel.of(
            FILLED,
            "Age of the index",
            "How long ago the moment is that each index speaks of. The demo is left out: it replays"
                + " the past.",
            "no index but the demo's, or the recording rules are not loaded",
            Unit.SECONDS)
        .thresholds(limits.upTo("theatre:muscat_index_age_seconds:now"))
        .ask(
            end(
                scraped(recordings.series("theatre:muscat_index_age_seconds:now"))
                    .isNot("model", "demo")
                    .now()
                    .maxBy(BY_THEATRE),
                "{{theatre}}"))
        .to(Common.toRunbook("MuscatIndexStale"))
        .size(5, 5);
  }

  private static Panel feeds() {
    return Panel.of(
            FILLED,
            "Feeds that fail or are late",
            "Whether any of the chosen feeds is stale, failing or asked less often (open).",
            "none: Muscat has no such feed",
            Unit.NONE)
        .thresholds(Limits.noneIsWell())
        .words(List.of(new Mapping("0", "none", Color.GREEN), new Mapping("1", "some", Color.RED)))
        .ask(
            end(
                ofFeeds(Series.of(HealthMetric.FEED_STATE))
                    .in("muscat_feed_state", "stale|failing|open")
                    .now()
                    .maxBy("instance"),
                "{{instance}}"))
        .to(Common.toRunbook("MuscatFeedStale"))
        .size(5, 5);
  }

  private static Panel configuration() {
    return Panel.of(
            FILLED,
            "Configuration",
            "Whether the newest configuration is in use, or was refused.",
            absent(HealthMetric.RELOAD_SUCCESSFUL),
            Unit.NONE)
        .thresholds(Limits.oneIsWell())
        .words(Limits.yesOrNo("in use", "refused"))
        .ask(end(scraped(HealthMetric.RELOAD_SUCCESSFUL).now().minBy("instance"), "{{instance}}"))
        .to(Common.toRunbook("MuscatConfigReloadFailed"))
        .size(4, 5);
  }

  private static Panel version() {
    return Panel.of(
            new Kind.Stat(false, "version"),
            "Version",
            "Which Muscat this is. Several replicas should have the same.",
            absent(HealthMetric.BUILD),
            Unit.TEXT)
        .thresholds(Thresholds.none())
        .ask(end(scraped(HealthMetric.BUILD).now().maxBy("version"), ""))
        .size(5, 5);
  }

  private static Panel suspects() {
    return Panel.of(
            new Kind.Table(
                List.of(
                    Column.label("Plugin", "plugin"),
                    Column.label("Status", "status").words(EnginePlugins.VERDICTS),
                    Column.label("Code", "code"),
                    Column.label("Version", "version"),
                    Column.label("Instance", "instance")),
                "Status",
                false),
            "All plugins",
            "Each plugin and the verdict on it. Nothing of a plugin that is rejected or quarantined is"
                + " called: its feeds bring nothing and its indicators are missing.",
            "no plugin is installed",
            Unit.NONE)
        .thresholds(Thresholds.none())
        .ask(
            end(
                ofPlugins(Series.of(HealthMetric.PLUGIN))
                    .now()
                    .maxBy("plugin", "status", "code", "version", "instance"),
                ""))
        .to(Common.toRunbook("MuscatPluginQuarantined"))
        .size(24, 6);
  }
}

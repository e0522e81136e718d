package org.muscat.dashboards;

import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.EngineDashboard.ofPlugins;
import static org.muscat.dashboards.grafana.Target.range;

import java.util.List;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Target;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.Recordings;
import org.muscat.dashboards.promql.Series;
import org.muscat.host.Status;
import org.muscat.server.document.Words;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.MetricFamily;

/** The plugins: how long their calls take, and what they cost. */
final class EnginePlugins {

  static final List<Mapping> VERDICTS =
      List.of(
          word(Status.REJECTED, Color.RED),
          word(Status.QUARANTINED, Color.RED),
          word(Status.STUCK, Color.ORANGE),
          word(Status.DEGRADED, Color.YELLOW),
          word(Status.ACTIVE, Color.GREEN));

  private static final String TOGETHER = " All chosen processes together.";
  private static final String LEGEND = "{{plugin}}";
  private static final String BY_PLUGIN = "plugin";

  private final Recordings recordings;

  EnginePlugins(Recordings recordings) {
    this.recordings = recordings;
  }

  Row row() {
    return Row.of("Plugins", calls(), slowest(), processor(), memory(), stuck(), dropped());
  }

  private static Panel calls() {
    Expression quantile =
        ofPlugins(Series.buckets(HealthMetric.PLUGIN_CALL_SECONDS))
            .rate()
            .sumBy("plugin", "call", "le")
            .quantile(0.99);
    return lines(
            HealthMetric.PLUGIN_CALL_SECONDS,
            "Call duration, 99 of 100",
            "The time that 99 of 100 calls of a plugin keep: all readings of a tick (read), or one"
                + " fetch."
                + TOGETHER,
            Unit.SECONDS)
        .ask(range(quantile, "{{plugin}} {{call}}"));
  }

  private Panel slowest() {
    Expression recorded =
        ofPlugins(recordings.series("plugin:muscat_plugin_call_seconds:p99_1h"))
            .now()
            .maxBy("plugin", "call");
    return lines(
            HealthMetric.PLUGIN_CALL_SECONDS,
            "The same over an hour",
            "As the recording rules keep it, for longer ranges; of several processes the longest.",
            Unit.SECONDS)
        .ask(range(recorded, "{{plugin}} {{call}}"));
  }

  private static Panel processor() {
    return lines(
            HealthMetric.PLUGIN_CPU_SECONDS,
            "Processors in use",
            "How many processors the calls of each plugin keep busy." + TOGETHER,
            Unit.NONE)
        .ask(rate(HealthMetric.PLUGIN_CPU_SECONDS));
  }

  private static Panel memory() {
    return lines(
            HealthMetric.PLUGIN_ALLOCATED_BYTES,
            "Memory asked for",
            "How fast the calls of each plugin ask for memory." + TOGETHER,
            Unit.BYTES_PER_SECOND)
        .ask(rate(HealthMetric.PLUGIN_ALLOCATED_BYTES));
  }

  private static Panel stuck() {
    Expression threads =
        ofPlugins(Series.of(HealthMetric.PLUGIN_STUCK_THREADS)).now().sumBy(BY_PLUGIN);
    return lines(
            HealthMetric.PLUGIN_STUCK_THREADS,
            "Stuck threads",
            "Threads that were abandoned in code of the plugin and still run. One is too many."
                + TOGETHER,
            Unit.NONE)
        .thresholds(Limits.noneIsWell())
        .ask(range(threads, LEGEND))
        .to(Common.toRunbook("MuscatPluginQuarantined"));
  }

  private static Panel dropped() {
    return lines(
            HealthMetric.SERIES_DROPPED,
            "Numbers that were dropped",
            "How many numbers of a plugin could not be exported within a few scrapes before each"
                + " moment. What Prometheus sees for the first time counts whole."
                + TOGETHER,
            Unit.NONE)
        .thresholds(Limits.anyIsBad())
        .ask(
            range(
                ofPlugins(Series.of(HealthMetric.SERIES_DROPPED)).grown().sumBy(BY_PLUGIN), LEGEND))
        .to(Common.toRunbook("MuscatSeriesDropped"));
  }

  private static Target rate(MetricFamily family) {
    return range(ofPlugins(Series.of(family)).rate().sumBy(BY_PLUGIN), LEGEND);
  }

  private static Panel lines(MetricFamily family, String title, String description, Unit unit) {
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.SHOWN), title, description, absent(family), unit)
        .size(8, 7);
  }

  private static Mapping word(Status status, Color color) {
    return new Mapping(Words.of(status), Words.of(status), color);
  }
}

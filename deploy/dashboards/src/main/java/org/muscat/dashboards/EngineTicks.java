package org.muscat.dashboards;

import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.EngineDashboard.scraped;
import static org.muscat.dashboards.grafana.Target.range;

import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.ForeignSeries;
import org.muscat.dashboards.promql.Recordings;
import org.muscat.dashboards.promql.Series;
import org.muscat.server.metrics.HealthMetric;

/** Muscat itself: how long its work takes, and how full it is. */
final class EngineTicks {

  private static final String LEGEND = "{{instance}}";
  private static final String UNSCRAPED = "none: Muscat was not scraped";

  private final Limits limits;
  private final Recordings recordings;

  EngineTicks(Limits limits, Recordings recordings) {
    this.limits = limits;
    this.recordings = recordings;
  }

  Row row() {
    return Row.of("Muscat itself", ticks(), lag(), scrape(), series(), http(), heap(), threads());
  }

  private Panel ticks() {
    return lines(
            "Tick duration",
            "How long it takes to assess all theatres once: the mean of five minutes, and the longest"
                + " of the last minutes.",
            "none: no tick ended, or the recording rules are not loaded",
            Unit.SECONDS)
        .ask(
            range(recorded("instance:muscat_tick_seconds:mean5m"), "mean " + LEGEND),
            range(largest(HealthMetric.TICK_SECONDS), "longest " + LEGEND))
        .size(12, 7);
  }

  private Panel lag() {
    return lines(
            "Tick lag",
            "How late a tick begins: the mean of five minutes, and the latest of the last minutes. A"
                + " tick that hangs shows in the age of the index.",
            "none: no tick began, or the recording rules are not loaded",
            Unit.SECONDS)
        .ask(
            range(recorded("instance:muscat_tick_lag_seconds:mean5m"), "mean " + LEGEND),
            range(largest(HealthMetric.TICK_LAG_SECONDS), "latest " + LEGEND))
        .size(12, 7)
        .to(Common.toRunbook("MuscatIndexStale"));
  }

  private Panel scrape() {
    return lines(
            "Scrape duration",
            "How long Prometheus waits for the metrics. Above the line an alert fires.",
            UNSCRAPED,
            Unit.SECONDS)
        .thresholds(limits.upTo("avg_over_time(scrape_duration_seconds"))
        .ask(range(byInstance(ForeignSeries.SCRAPE_DURATION), LEGEND))
        .to(Common.toRunbook("MuscatScrapeSlow"));
  }

  private static Panel series() {
    return lines(
            "Exported series",
            "How many series a scrape brings.",
            absent(HealthMetric.EXPORTED_SERIES),
            Unit.NONE)
        .ask(range(scraped(HealthMetric.EXPORTED_SERIES).now().maxBy("instance"), LEGEND));
  }

  private static Panel http() {
    Expression seconds = scraped(ForeignSeries.HTTP_SECONDS_SUM).rate().sumBy("instance", "code");
    Expression requests =
        scraped(ForeignSeries.HTTP_SECONDS_COUNT).rate().sumBy("instance", "code");
    return lines(
            "HTTP answers",
            "How long an answer of the API, the page and the metrics takes on average, by its status.",
            "none: nobody asked",
            Unit.SECONDS)
        .ask(range(seconds.dividedBy(requests.above(0)), "{{code}} {{instance}}"));
  }

  private static Panel heap() {
    Expression used = scraped(ForeignSeries.HEAP_USED).is("area", "heap").now().sumBy("instance");
    Expression limit =
        scraped(ForeignSeries.HEAP_LIMIT).is("area", "heap").now().above(0).sumBy("instance");
    return lines("Heap", "Memory of the heap that is in use, and its limit.", UNSCRAPED, Unit.BYTES)
        .ask(range(used, "used " + LEGEND), range(limit, "limit " + LEGEND))
        .size(12, 7);
  }

  private static Panel threads() {
    return lines("Threads", "Live threads of the JVM.", UNSCRAPED, Unit.NONE)
        .ask(range(byInstance(ForeignSeries.THREADS), LEGEND))
        .size(12, 7);
  }

  private static Expression byInstance(Series series) {
    return scraped(series).now().maxBy("instance");
  }

  private Expression recorded(String name) {
    return scraped(recordings.series(name)).now().maxBy("instance");
  }

  private static Expression largest(HealthMetric family) {
    return scraped(Series.largest(family)).now().maxBy("instance");
  }

  private static Panel lines(String title, String description, String absent, Unit unit) {
    return Panel.of(new Kind.TimeSeries(false, Gaps.SHOWN), title, description, absent, unit)
        .thresholds(Thresholds.none())
        .size(8, 7);
  }
}

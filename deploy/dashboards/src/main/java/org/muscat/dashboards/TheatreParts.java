package org.muscat.dashboards;

import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.TheatreDashboard.here;
import static org.muscat.dashboards.grafana.Target.end;
import static org.muscat.dashboards.grafana.Target.range;

import java.util.List;
import org.muscat.dashboards.States.State;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Column;
import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Link;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.Selector;
import org.muscat.engine.Quality;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/** What the index is made of: contributions, pillars and indicators. */
final class TheatreParts {

  private static final String[] BY_INDICATOR = {"pillar", "indicator"};
  private static final double MILLIS = 1000;

  private static final States QUALITY =
      new States(
          IndexMetric.IMPAIRED,
          "quality",
          List.of(
              State.of(Quality.SUSPECT, Color.PURPLE),
              State.of(Quality.MISSING, Color.RED),
              State.of(Quality.STALE, Color.ORANGE),
              State.of(Quality.PARTIAL, Color.YELLOW)));

  private TheatreParts() {}

  static Row moved() {
    return Row.of("What moved it", delta(), contributions());
  }

  static Row indicators() {
    return Row.of("Pillars and indicators", table(), pillars(), coverage(), impaired());
  }

  private static Panel delta() {
    return Panel.of(
            new Kind.BarGauge(),
            "What moved it over the range",
            "The contribution of each indicator at the end of the range less that at its begin (the"
                + " last one of the day before). What is above 0 took stability away, what is below"
                + " gave it back; together they are what the index lost. (response) is the lag behind"
                + " what it follows, (structure) the framework. Only what counted at both ends.",
            "none: there is no score at one of the ends of the range",
            Unit.RATIO)
        .thresholds(Limits.taken())
        .ask(end(moved(IndexMetric.CONTRIBUTION).sorted(), "{{indicator}}"))
        .to(Common.toExplanation())
        .size(10, 13);
  }

  private static Panel contributions() {
    return Panel.of(
            new Kind.TimeSeries(true, Gaps.DAILY),
            "Contributions",
            "What each indicator takes from a whole index, stacked: together 100 % less the index."
                + " (response) is below 0 while the index is above what it follows.",
            absent(IndexMetric.CONTRIBUTION),
            Unit.RATIO)
        .thresholds(Thresholds.none())
        .ask(range(value(IndexMetric.CONTRIBUTION), "{{indicator}}"))
        .size(14, 13);
  }

  private static Panel table() {
    return Panel.of(
            new Kind.Table(
                List.of(
                    Column.label("Pillar", "pillar"),
                    Column.label("Indicator", "indicator")
                        .to(Common.toPage(), Common.toExplanation()),
                    Column.value("Risk", 0, Unit.RATIO, Thresholds.none()),
                    Column.value("Contribution", 1, Unit.RATIO, Thresholds.none()),
                    Column.value("Over the range", 2, Unit.RATIO, Limits.taken()),
                    Column.value("Quality", 3, Unit.NONE, Thresholds.none())
                        .words(QUALITY.words())
                        .to(runbook()),
                    Column.value("Baseline frozen since", 4, Unit.DATE, Thresholds.none())),
                "Contribution",
                true),
            "Indicators",
            "Each indicator at the end of the range: what it reads, what it takes from the index, and"
                + " how that changed. A risk with a dash is missing, or held at its last value; a"
                + " quality with a dash is a good one.",
            "no indicator: Muscat was not scraped",
            Unit.NONE)
        .thresholds(Thresholds.none())
        .ask(
            end(value(IndexMetric.RISK), ""),
            end(value(IndexMetric.CONTRIBUTION), ""),
            end(moved(IndexMetric.CONTRIBUTION), ""),
            end(QUALITY.number(TheatreDashboard::here, BY_INDICATOR), ""),
            end(value(IndexMetric.BASELINE_FROZEN).times(MILLIS), ""))
        .size(24, 13);
  }

  private static Panel pillars() {
    return ofPillars(
            IndexMetric.PILLAR_STABILITY,
            "Pillars",
            "The stability of each pillar; the index is their mean, less what the framework takes."
                + " Dashed lines are the cuts of the bands.")
        .thresholds(Limits.bands());
  }

  private static Panel coverage() {
    return ofPillars(
            IndexMetric.PILLAR_COVERAGE,
            "Coverage of the pillars",
            "How much of the weight of a pillar is known. Below the lower line it does not count.")
        .thresholds(Limits.coverage());
  }

  private static Panel ofPillars(MetricFamily family, String title, String description) {
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.DAILY), title, description, absent(family), Unit.RATIO)
        .scale(0, 1)
        .ask(range(Worst.of(family, here(family).now(), "pillar"), "{{pillar}}"))
        .size(12, 7);
  }

  private static Panel impaired() {
    return Panel.of(
            new Kind.StateTimeline(Gaps.SHOWN),
            "Freshness of the indicators",
            "When which indicator was stale, partial, missing or suspect. A row begins where something"
                + " was wrong, and is empty where all was well.",
            "none: all indicators are well, or Muscat was not scraped",
            Unit.NONE)
        .words(QUALITY.words())
        .ask(range(QUALITY.number(TheatreDashboard::here, "indicator"), "{{indicator}}"))
        .size(24, 9);
  }

  private static Expression value(MetricFamily family) {
    return Worst.of(family, here(family).now(), BY_INDICATOR);
  }

  /** Over the range, of what is known at both ends. */
  private static Expression moved(MetricFamily family) {
    Selector part = here(family);
    Expression before = part.last("1d", "$__range").maxBy(BY_INDICATOR);
    return part.now().maxBy(BY_INDICATOR).minus(before);
  }

  private static Link runbook() {
    return Common.toRunbook("MuscatCoverageLow");
  }
}

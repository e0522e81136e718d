package org.muscat.dashboards;

import static org.muscat.dashboards.Common.BY_THEATRE;
import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.grafana.Target.end;
import static org.muscat.dashboards.grafana.Target.range;

import java.util.List;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Column;
import org.muscat.dashboards.grafana.Dashboard;
import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Link;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.dashboards.grafana.Variable;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.ForeignSeries;
import org.muscat.dashboards.promql.Selector;
import org.muscat.engine.IndexState;
import org.muscat.server.document.Words;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/** All theatres side by side: which of them needs attention? Theatres are never averaged. */
final class OverviewDashboard {

  private static final String LEGEND = "{{theatre}} ({{model}})";

  private final Limits limits;

  OverviewDashboard(Limits limits) {
    this.limits = limits;
  }

  Dashboard dashboard() {
    return new Dashboard(
        Common.OVERVIEW,
        "Muscat: Overview",
        "Which theatre needs attention? Each stands alone; nothing is averaged over theatres.",
        List.of("muscat"),
        "90d",
        "1m",
        List.of(
            Common.dataSource(),
            new Variable.LabelValues(
                "model",
                "Model",
                Selector.of(IndexMetric.AS_OF),
                "model",
                Variable.Choice.anything()),
            new Variable.LabelValues(
                "theatre",
                "Theatre",
                Selector.of(IndexMetric.AS_OF).in("model", "$model"),
                "theatre",
                Variable.Choice.anything()),
            Common.page(),
            Common.runbooks()),
        List.of(),
        Common.links(Common.OVERVIEW),
        List.of(
            Row.of("Now", now(), refused(), alerts(), table()),
            Row.of("How it came about", course(), regimes(), status()),
            Row.of("What stands beside it", straits(), margins(), coverage())));
  }

  private static Panel now() {
    return Panel.of(
            new Kind.Stat(true, ""),
            "Stability now",
            "The index of each theatre at the end of the range; 100 % is calm. Colours are the bands"
                + " of the model. A click leads to the reasons.",
            "no score: see the status below",
            Unit.RATIO)
        .thresholds(Limits.bands())
        .ask(end(value(IndexMetric.STABILITY), LEGEND))
        .to(Common.toTheatre())
        .size(8, 7);
  }

  /** Who has no score is in no panel of scores: it must not be missed there. */
  private static Panel refused() {
    String status = IndexMetric.STATUS.familyName();
    return Panel.of(
            new Kind.Stat(true, ""),
            "Without a score",
            "The theatres whose score is refused at the end of the range: too little is known. That"
                + " says nothing about how calm they are.",
            "none is refused, or Muscat was not scraped",
            Unit.NONE)
        .thresholds(Limits.noneIsWell())
        .words(List.of(new Mapping("1", "no score", Color.RED)))
        .ask(
            end(
                chosen(Selector.of(IndexMetric.STATUS))
                    .is(status, Words.of(IndexState.Status.REFUSED))
                    .now()
                    .maxBy(BY_THEATRE)
                    .isOne(),
                LEGEND))
        .to(Common.toRunbook("MuscatCoverageLow"))
        .size(4, 7);
  }

  private static Panel alerts() {
    Expression firing =
        Selector.of(ForeignSeries.ALERTS)
            .is("alertstate", "firing")
            .in("alertname", "Muscat.+")
            .now()
            .maxBy("alertname", "severity", "concern", "theatre", "feed", "plugin");
    Link runbook = new Link("Runbook", "${runbooks}/${__data.fields.Alert}.md");
    return Panel.of(
            new Kind.Table(
                List.of(
                    Column.label("Alert", "alertname").to(runbook),
                    Column.label("Severity", "severity")
                        .words(
                            List.of(
                                new Mapping("critical", "critical", Color.RED),
                                new Mapping("warning", "warning", Color.ORANGE))),
                    Column.label("Concern", "concern"),
                    Column.label("Theatre", "theatre"),
                    Column.label("Feed", "feed"),
                    Column.label("Plugin", "plugin")),
                "Severity",
                false),
            "Alerts that fire",
            "The alerts of deploy/prometheus that fire at the end of the range, of all theatres and of"
                + " the engine. A click on the name leads to the runbook.",
            "no alert fires, if the rules are loaded",
            Unit.NONE)
        .thresholds(Limits.noneIsWell())
        .ask(end(firing, ""))
        .size(12, 7);
  }

  private Panel table() {
    return Panel.of(
            new Kind.Table(
                List.of(
                    Column.label("Theatre", "theatre").to(Common.rowToTheatre("Theatre", "Model")),
                    Column.label("Model", "model").words(Common.DEMO_ID),
                    Column.value("Stability", 0, Unit.RATIO, Limits.bands()),
                    Column.value("Lower end", 1, Unit.RATIO, Limits.bands()),
                    Column.value("Upper end", 2, Unit.RATIO, Limits.bands()),
                    Column.value("In a day", 3, Unit.RATIO, Limits.gained()),
                    Column.value("In a week", 4, Unit.RATIO, Limits.gained()),
                    Column.value("Status", 5, Unit.NONE, Thresholds.none())
                        .words(Common.STATUS.words()),
                    Column.value("Regime", 6, Unit.NONE, Thresholds.none())
                        .words(Common.REGIME.words()),
                    Column.value("Margin (sigmas)", 7, Unit.NONE, Limits.margin()),
                    Column.value("Coverage", 8, Unit.RATIO, limits.indexCoverage()),
                    Column.value("Speaks of", 9, Unit.DATE, Thresholds.none())),
                "Stability",
                false),
            "Theatres",
            "Each theatre at the end of the range, the least stable first: the index with its 90 %"
                + " interval, its change, and what to think of it. A dash is not known.",
            "no theatre: Muscat was not scraped, or has none",
            Unit.NONE)
        .thresholds(Thresholds.none())
        .ask(
            end(value(IndexMetric.STABILITY), ""),
            end(value(IndexMetric.STABILITY_LOWER), ""),
            end(value(IndexMetric.STABILITY_UPPER), ""),
            end(change("1d"), ""),
            end(change("7d"), ""),
            end(Common.STATUS.number(OverviewDashboard::chosen, BY_THEATRE), ""),
            end(Common.REGIME.number(OverviewDashboard::chosen, BY_THEATRE), ""),
            end(value(IndexMetric.MARGIN), ""),
            end(value(IndexMetric.COVERAGE), ""),
            end(value(IndexMetric.AS_OF).times(1000), ""))
        .size(24, 6);
  }

  private static Panel course() {
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.DAILY),
            "Stability",
            "The index of each theatre over time. Dashed lines are the cuts of the bands. A gap of more"
                + " than a day is one: there was no score.",
            absent(IndexMetric.STABILITY),
            Unit.RATIO)
        .thresholds(Limits.bands())
        .scale(0, 1)
        .ask(range(value(IndexMetric.STABILITY), LEGEND))
        .to(Common.toTheatre())
        .size(24, 9);
  }

  private static Panel regimes() {
    return timeline(
        Common.REGIME,
        "Regime",
        "The regime that each theatre was judged to be in. UNDETERMINED is a judgement: too little"
            + " is known.");
  }

  private static Panel status() {
    return timeline(
        Common.STATUS,
        "Why there is a score or none",
        "Scored, held at a last value, before the history of the model, or refused.");
  }

  private static Panel straits() {
    return Panel.of(
            new Kind.StateTimeline(Gaps.DAILY),
            "Straits",
            "Whether ships pass the chokepoint of the theatre; the worst if there are several.",
            absent(IndexMetric.CHOKEPOINT_STATUS),
            Unit.NONE)
        .words(Common.STRAIT.words())
        .ask(range(Common.STRAIT.number(OverviewDashboard::chosen, BY_THEATRE), LEGEND))
        .to(Common.toTheatre())
        .size(8, 7);
  }

  private static Panel margins() {
    return lines(
            IndexMetric.MARGIN,
            "Margin for error",
            "How far the next-worse band is, in standard deviations of a move over the horizon."
                + " Below the lower line it is thin.",
            Unit.NONE)
        .thresholds(Limits.margin());
  }

  private Panel coverage() {
    return lines(
            IndexMetric.COVERAGE,
            "Coverage",
            "How much of the weight of the index is known. Below the lowest line the score is"
                + " refused.",
            Unit.RATIO)
        .thresholds(limits.indexCoverage())
        .scale(0, 1);
  }

  private static Panel lines(MetricFamily family, String title, String description, Unit unit) {
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.DAILY), title, description, absent(family), unit)
        .ask(range(value(family), LEGEND))
        .to(Common.toTheatre())
        .size(8, 7);
  }

  private static Panel timeline(States states, String title, String description) {
    return Panel.of(
            new Kind.StateTimeline(Gaps.DAILY),
            title,
            description,
            absent(states.family()),
            Unit.NONE)
        .words(states.words())
        .ask(range(states.number(OverviewDashboard::chosen, BY_THEATRE), LEGEND))
        .to(Common.toTheatre())
        .size(12, 6);
  }

  private static Expression value(MetricFamily family) {
    return Worst.of(family, chosen(Selector.of(family)).now(), BY_THEATRE);
  }

  /** Against what was last known in the day before. */
  private static Expression change(String since) {
    Selector index = chosen(Selector.of(IndexMetric.STABILITY));
    return index.now().minBy(BY_THEATRE).minus(index.last("1d", since).minBy(BY_THEATRE));
  }

  private static Selector chosen(Selector selector) {
    return selector.in("model", "$model").in("theatre", "$theatre");
  }
}

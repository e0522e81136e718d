package org.muscat.dashboards;

import static org.muscat.dashboards.Common.BY_THEATRE;
import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.TheatreDashboard.value;
import static org.muscat.dashboards.grafana.Target.end;

import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.server.metrics.IndexMetric;

/** The answer in numbers: the first row of the theatre. */
final class TheatreNow {

  private static final Kind FILLED = new Kind.Stat(true, "");
  private static final Kind PLAIN = new Kind.Stat(false, "");

  private final Limits limits;

  TheatreNow(Limits limits) {
    this.limits = limits;
  }

  Row row() {
    return Row.of(
        "Now",
        stability(),
        state(Common.STATUS, "Status", "Whether there is a score, and why not."),
        state(Common.REGIME, "Regime", "The regime that the theatre is judged to be in."),
        margin(),
        coverage(),
        age(),
        whose());
  }

  private static Panel stability() {
    return Panel.of(
            FILLED,
            "Stability now: $theatre",
            "The index and the ends of its 90 % interval; 100 % is calm. Colours are the bands of the"
                + " model.",
            "no score: see the status",
            Unit.RATIO)
        .thresholds(Limits.bands())
        .ask(
            end(value(IndexMetric.STABILITY), "index"),
            end(value(IndexMetric.STABILITY_LOWER), "lower end"),
            end(value(IndexMetric.STABILITY_UPPER), "upper end"))
        .to(Common.toPage(), Common.toExplanation())
        .size(9, 5);
  }

  private static Panel state(States states, String title, String description) {
    return Panel.of(FILLED, title, description, absent(states.family()), Unit.NONE)
        .words(states.words())
        .ask(end(states.number(TheatreDashboard::here, BY_THEATRE), ""))
        .size(3, 5);
  }

  private static Panel margin() {
    return Panel.of(
            PLAIN,
            "Margin (sigmas)",
            "How far the next-worse band is, in standard deviations of a move over the horizon:"
                + " below the first threshold it is thin, above the second ample.",
            absent(IndexMetric.MARGIN),
            Unit.NONE)
        .thresholds(Limits.margin())
        .ask(end(value(IndexMetric.MARGIN), "margin"))
        .to(Common.toRunbook("MuscatThinMargin"))
        .size(2, 5);
  }

  private Panel coverage() {
    return Panel.of(
            PLAIN,
            "Coverage",
            "How much of the weight of the index is known.",
            absent(IndexMetric.COVERAGE),
            Unit.RATIO)
        .thresholds(limits.indexCoverage())
        .ask(end(value(IndexMetric.COVERAGE), "coverage"))
        .to(Common.toRunbook("MuscatCoverageLow"))
        .size(2, 5);
  }

  private Panel age() {
    return Panel.of(
            PLAIN,
            "Freshness",
            "How long before the end of the range the moment is that the index speaks of. Of the demo"
                + " it says nothing: that replays the past.",
            absent(IndexMetric.AS_OF),
            Unit.SECONDS)
        .thresholds(limits.upTo("theatre:muscat_index_age_seconds:now"))
        .ask(end(value(IndexMetric.AS_OF).age(), "age"))
        .to(Common.toRunbook("MuscatIndexStale"))
        .size(2, 5);
  }

  private static Panel whose() {
    return Panel.of(
            new Kind.Stat(true, "model"),
            "Model",
            "Whose judgement this is. The demo is recorded and replayed: it says nothing of today.",
            "none: Muscat was not scraped",
            Unit.TEXT)
        .words(Common.DEMO)
        .ask(end(value(IndexMetric.AS_OF), ""))
        .size(3, 5);
  }
}

package org.muscat.dashboards;

import static org.muscat.dashboards.Common.BY_THEATRE;
import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.TheatreDashboard.value;
import static org.muscat.dashboards.grafana.Target.range;

import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Line;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.server.metrics.IndexMetric;

/** How the index came here: the second row of the theatre. */
final class TheatreCourse {

  private TheatreCourse() {}

  static Row row() {
    return Row.of(
        "How it came here",
        index(),
        timeline(
            Common.REGIME,
            "Regime over time",
            "The regime that the theatre was judged to be in. UNDETERMINED is a judgement: too"
                + " little is known."),
        timeline(
            Common.STATUS,
            "Status over time",
            "Whether there was a score: scored, held at a last value, before the history of the"
                + " model, or refused."));
  }

  private static Panel index() {
    return Panel.of(
            new Kind.TimeSeries(false, Gaps.DAILY),
            "Index with its interval",
            "The index with its 90 % interval, what it follows (it falls to that faster than it"
                + " rises), and the mean of the pillars before the framework is counted. Dashed lines"
                + " are the cuts of the bands. A gap of more than a day is one: there was no score.",
            absent(IndexMetric.STABILITY),
            Unit.RATIO)
        .thresholds(Limits.bands())
        .scale(0, 1)
        .ask(
            range(value(IndexMetric.STABILITY), "index"),
            range(value(IndexMetric.STABILITY_LOWER), "lower end"),
            range(value(IndexMetric.STABILITY_UPPER), "upper end"),
            range(value(IndexMetric.TARGET), "what it follows"),
            range(value(IndexMetric.DYNAMIC_STABILITY), "before the framework"))
        .draw(
            Line.main("index", Color.BLUE),
            Line.band("lower end", Color.BLUE, ""),
            Line.band("upper end", Color.BLUE, "lower end"),
            Line.dashed("what it follows", Color.PURPLE),
            Line.dashed("before the framework", Color.GREY))
        .size(24, 10);
  }

  private static Panel timeline(States states, String title, String description) {
    return Panel.of(
            new Kind.StateTimeline(Gaps.DAILY),
            title,
            description,
            absent(states.family()),
            Unit.NONE)
        .words(states.words())
        .ask(range(states.number(TheatreDashboard::here, BY_THEATRE), title.split(" ")[0]))
        .size(24, 3);
  }
}

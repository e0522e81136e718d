package org.muscat.dashboards;

import static org.muscat.dashboards.Common.absent;
import static org.muscat.dashboards.TheatreDashboard.here;
import static org.muscat.dashboards.TheatreDashboard.value;
import static org.muscat.dashboards.grafana.Target.end;
import static org.muscat.dashboards.grafana.Target.range;

import java.util.List;
import java.util.Locale;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Gaps;
import org.muscat.dashboards.grafana.Kind;
import org.muscat.dashboards.grafana.Line;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.grafana.Panel;
import org.muscat.dashboards.grafana.Row;
import org.muscat.dashboards.grafana.Thresholds;
import org.muscat.dashboards.grafana.Unit;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/**
 * How near the edge it is, what is hidden, and how the regime is judged: the theatre's last rows.
 */
final class TheatreMargin {

  private static final Kind LINES = new Kind.TimeSeries(false, Gaps.DAILY);
  private static final double MILLIS = 1000;

  private TheatreMargin() {}

  static Row error() {
    return Row.of("Margin for error", margin(), touch(), flags());
  }

  static Row hidden() {
    return Row.of(
        "Framework, opacity, dialogue and pressure",
        line(
                IndexMetric.STRUCTURAL_FACTOR,
                "Structural factor",
                "What the framework between the sides leaves of the mean of the pillars. The model has"
                    + " no threshold for it.",
                Unit.RATIO)
            .scale(0, 1),
        line(
                IndexMetric.OPACITY,
                "Opacity",
                "How much is hidden. It widens the interval and never shifts the index. The model has"
                    + " no threshold for it.",
                Unit.RATIO)
            .scale(0, 1),
        line(
                IndexMetric.MIX,
                "Mix of dialogue and pressure",
                "How near the two are to the best mix, which is 100 %. The model has no threshold for"
                    + " it.",
                Unit.RATIO)
            .scale(0, 1),
        line(
                IndexMetric.MIX_GRADIENT,
                "Mix gradient",
                "Above 0 more pressure would help, below it hurts.",
                Unit.NONE)
            .thresholds(Limits.gained()));
  }

  static Row regime() {
    return Row.of("Regime and strait", probabilities(), flow(), strait(), since());
  }

  private static Panel margin() {
    return line(
            IndexMetric.MARGIN,
            "Margin for error over time",
            "The distance to the next-worse band in standard deviations of a move over the horizon."
                + " Below the lower line it is thin, above the upper ample.",
            Unit.NONE)
        .thresholds(Limits.margin())
        .to(Common.toRunbook("MuscatThinMargin"))
        .size(10, 7);
  }

  private static Panel touch() {
    return Panel.of(
            LINES,
            "Touch probability",
            "How probable it is to touch the next-worse band within the horizon. It is withheld until"
                + " the model has passed a reliability test. The model has no threshold for it.",
            absent(IndexMetric.TOUCH_PROBABILITY),
            Unit.RATIO)
        .thresholds(Thresholds.none())
        .scale(0, 1)
        .ask(range(here(IndexMetric.TOUCH_PROBABILITY).now().maxBy("horizon"), "{{horizon}}"))
        .size(4, 7);
  }

  private static Panel flags() {
    return Panel.of(
            new Kind.StateTimeline(Gaps.SHOWN),
            "Flags",
            "Raised or clear. A gap is undecided, which is not clear.",
            absent(IndexMetric.FLAG),
            Unit.NONE)
        .words(
            List.of(
                new Mapping("1", "raised", Color.ORANGE), new Mapping("0", "clear", Color.GREEN)))
        .ask(range(here(IndexMetric.FLAG).now().maxBy("flag"), "{{flag}}"))
        .to(Common.toRunbook("MuscatBrink"))
        .size(10, 7);
  }

  private static Panel probabilities() {
    return Panel.of(
            new Kind.TimeSeries(true, Gaps.DAILY),
            "Regime probabilities",
            "How probable each regime is, stacked. They decide nothing: rules do. The model has no"
                + " threshold for them.",
            absent(IndexMetric.REGIME_PROBABILITY),
            Unit.RATIO)
        .thresholds(Thresholds.none())
        .scale(0, 1)
        .ask(range(here(IndexMetric.REGIME_PROBABILITY).now().maxBy("regime"), "{{regime}}"))
        .draw(
            Common.REGIME.worstFirst().stream()
                .map(state -> Line.thin(state.name(), state.color()))
                .toArray(Line[]::new))
        .size(12, 8);
  }

  private static Panel flow() {
    return Panel.of(
            LINES,
            "Flow through the strait",
            "Transits of the chokepoint against their baseline; 100 % is usual. The status is judged"
                + " by the indicator, with thresholds of its own.",
            absent(IndexMetric.CHOKEPOINT_FLOW),
            Unit.RATIO)
        .thresholds(Thresholds.none())
        .ask(range(here(IndexMetric.CHOKEPOINT_FLOW).now().minBy("indicator"), "{{indicator}}"))
        .size(12, 8);
  }

  private static Panel strait() {
    return Panel.of(
            new Kind.StateTimeline(Gaps.DAILY),
            "Strait",
            "Whether ships pass: open, restricted or effectively closed.",
            absent(IndexMetric.CHOKEPOINT_STATUS),
            Unit.NONE)
        .words(Common.STRAIT.words())
        .ask(range(Common.STRAIT.number(TheatreDashboard::here, "indicator"), "{{indicator}}"))
        .to(Common.toRunbook("MuscatChokepointClosed"))
        .size(18, 4);
  }

  private static Panel since() {
    return Panel.of(
            new Kind.Stat(false, ""),
            "Strait: since",
            "Since when the strait has had its status.",
            absent(IndexMetric.CHOKEPOINT_SINCE),
            Unit.DATE)
        .thresholds(Thresholds.none())
        .ask(
            end(
                here(IndexMetric.CHOKEPOINT_SINCE).now().maxBy("indicator").times(MILLIS),
                "{{indicator}}"))
        .size(6, 4);
  }

  private static Panel line(MetricFamily family, String title, String description, Unit unit) {
    return Panel.of(LINES, title, description, absent(family), unit)
        .ask(range(value(family), title.toLowerCase(Locale.ROOT)))
        .size(6, 7);
  }
}

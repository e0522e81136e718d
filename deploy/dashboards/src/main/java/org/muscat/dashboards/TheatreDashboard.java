package org.muscat.dashboards;

import static org.muscat.dashboards.Common.BY_THEATRE;

import java.util.List;
import org.muscat.dashboards.grafana.Annotation;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Dashboard;
import org.muscat.dashboards.grafana.Variable;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.Selector;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/** One index explained: why is it what it is? */
final class TheatreDashboard {

  /** History has a sample a day: the one before is found within it. */
  private static final String DAY = "1d";

  private static final double MILLIS = 1000;

  private final TheatreNow now;

  TheatreDashboard(Limits limits) {
    this.now = new TheatreNow(limits);
  }

  Dashboard dashboard() {
    return new Dashboard(
        Common.THEATRE,
        "Muscat: Theatre",
        "Why is the index of this theatre what it is, and how sure is it?",
        List.of("muscat"),
        "90d",
        "1m",
        List.of(
            Common.dataSource(),
            new Variable.LabelValues(
                "theatre",
                "Theatre",
                Selector.of(IndexMetric.AS_OF),
                "theatre",
                Variable.Choice.one()),
            // Behind the theatre: a choice of the theatre narrows that of the model.
            new Variable.LabelValues(
                "model",
                "Model",
                Selector.of(IndexMetric.AS_OF).is("theatre", "$theatre"),
                "model",
                Variable.Choice.one()),
            Common.page(),
            Common.runbooks()),
        List.of(regimes(), models(), vintages()),
        Common.links(Common.THEATRE, Common.toPage(), Common.toExplanation()),
        List.of(
            now.row(),
            TheatreCourse.row(),
            TheatreParts.moved(),
            TheatreParts.indicators(),
            TheatreMargin.error(),
            TheatreMargin.hidden(),
            TheatreMargin.regime()));
  }

  private static Annotation regimes() {
    Selector regime = here(IndexMetric.REGIME);
    return new Annotation(
        "Regime",
        Color.PURPLE,
        begun(
            regime.now().maxBy("muscat_regime").isOne(),
            regime.last(DAY, "$__interval").maxBy("muscat_regime").isOne()),
        false,
        "{{muscat_regime}}");
  }

  private static Annotation models() {
    Selector model = Selector.of(IndexMetric.MODEL).is("model", "$model");
    return new Annotation(
        "Model",
        Color.BLUE,
        begun(
            model.now().maxBy("version", "hash"),
            model.last(DAY, "$__interval").maxBy("version", "hash")),
        false,
        "version {{version}} ({{hash}})");
  }

  private static Annotation vintages() {
    return new Annotation(
        "A source told its past anew",
        Color.ORANGE,
        Selector.of(HealthMetric.VINTAGE_BREAK_AT)
            .now()
            .maxBy("feed", "source", "series")
            .times(MILLIS),
        true,
        "{{source}}: {{series}} (feed {{feed}})");
  }

  /** What is, was not at the moment before, and is not merely the first that is known. */
  private static Expression begun(Expression now, Expression before) {
    return now.unless(before).ifAny(before);
  }

  /** The value of a family of the chosen theatre; the worse of several processes. */
  static Expression value(MetricFamily family) {
    return Worst.of(family, here(family).now(), BY_THEATRE);
  }

  static Selector here(MetricFamily family) {
    return here(Selector.of(family));
  }

  static Selector here(Selector selector) {
    return selector.is("model", "$model").is("theatre", "$theatre");
  }
}

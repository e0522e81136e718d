package org.muscat.dashboards;

import java.util.Set;
import org.muscat.dashboards.promql.Expression;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/**
 * Of several processes that speak of the same, the one that says the worse: a calm replica must not
 * hide one that is not, nor a fresh one one that stands still.
 */
final class Worst {

  /** The smaller is the worse; of moments it is the older. Of all others the larger is. */
  static final Set<MetricFamily> WHEN_SMALL =
      Set.of(
          IndexMetric.STABILITY,
          IndexMetric.STABILITY_LOWER,
          IndexMetric.TARGET,
          IndexMetric.DYNAMIC_STABILITY,
          IndexMetric.STRUCTURAL_FACTOR,
          IndexMetric.PILLAR_STABILITY,
          IndexMetric.MARGIN,
          IndexMetric.MIX,
          IndexMetric.CHOKEPOINT_FLOW,
          IndexMetric.COVERAGE,
          IndexMetric.PILLAR_COVERAGE,
          IndexMetric.AS_OF,
          IndexMetric.BASELINE_FROZEN,
          HealthMetric.LAST_OBSERVED);

  private Worst() {}

  /** The worse of each group of values of a family. */
  static Expression of(MetricFamily family, Expression values, String... by) {
    return WHEN_SMALL.contains(family) ? values.minBy(by) : values.maxBy(by);
  }
}

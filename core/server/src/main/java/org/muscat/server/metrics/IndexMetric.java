package org.muscat.server.metrics;

import static org.muscat.server.metrics.MetricSpec.gauge;
import static org.muscat.server.metrics.MetricSpec.info;
import static org.muscat.server.metrics.MetricSpec.states;

/**
 * The families of the published index. All but {@link #MODEL} have the labels {@code model} and
 * {@code theatre} before their own.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list in a MetricSpec is a copy
public enum IndexMetric implements MetricFamily {
  STABILITY(
      ofTheatre(gauge("muscat_stability_ratio", "Composite stability index, 1 is calm"))
          .absentWhen("no score")),
  STABILITY_LOWER(
      ofTheatre(
              gauge(
                  "muscat_stability_lower_ratio",
                  "Lower end of the 90 % interval of the stability index"))
          .absentWhen("no score")),
  STABILITY_UPPER(
      ofTheatre(
              gauge(
                  "muscat_stability_upper_ratio",
                  "Upper end of the 90 % interval of the stability index"))
          .absentWhen("no score")),
  TARGET(
      ofTheatre(gauge("muscat_index_target_ratio", "What the stability index follows, 1 is calm"))
          .detail("it falls to it faster than it rises")
          .absentWhen("no score")),
  DYNAMIC_STABILITY(
      ofTheatre(
              gauge(
                  "muscat_dynamic_stability_ratio",
                  "Mean of the pillars before the structural factor, 1 is calm"))
          .absentWhen("no score")),
  STRUCTURAL_FACTOR(
      ofTheatre(
              gauge(
                  "muscat_structural_factor_ratio",
                  "What the framework leaves of the mean of the pillars"))
          .absentWhen("no score, or the model has no framework")),
  OPACITY(
      ofTheatre(gauge("muscat_opacity_ratio", "How much is hidden, 1 is all"))
          .detail("it widens the interval")
          .absentWhen("not known, or the model has none")),
  STATUS(
      ofTheatre(states("muscat_index_status", "Why there is a score or none"))
          .detail(
              "`scored`, `held` (leans on a last value), `warming` (before the history of the model"
                  + " begins), `refused`; one is 1")),
  COVERAGE(
      ofTheatre(
          gauge(
              "muscat_index_coverage_ratio", "Share of the weight of the index that is present"))),
  AS_OF(
      ofTheatre(
          gauge("muscat_index_as_of_timestamp_seconds", "The moment that the index speaks of"))),
  PILLAR_STABILITY(
      ofTheatre(gauge("muscat_pillar_stability_ratio", "Stability of the pillar, 1 is calm"))
          .by("pillar")
          .absentWhen("the pillar does not count")),
  PILLAR_COVERAGE(
      ofTheatre(gauge("muscat_coverage_ratio", "Share of the weight of the pillar that is present"))
          .by("pillar")),
  IMPAIRED(
      ofTheatre(
              gauge(
                  "muscat_indicator_impaired",
                  "The indicator is stale, partial, missing or suspect"))
          .by("pillar", "indicator", "quality")
          .detail("1; `quality` says which")
          .absentWhen("all is well with the indicator")),
  RISK(
      ofTheatre(gauge("muscat_indicator_risk_ratio", "Risk that the indicator reads, 0 is calm"))
          .by("pillar", "indicator")
          .absentWhen("missing; a held value is no reading")),
  INDICATOR_VALUE(
      ofTheatre(gauge("muscat_indicator_value", "Reading of the indicator in its own unit"))
          .by("indicator")
          .detail(
              "only with `metrics.indicator-values: true`; `muscat_indicator_info` tells the unit")
          .absentWhen(
              "not asked for, no reading, or the indicator reads a series that may not be passed"
                  + " on")),
  INDICATOR(
      ofTheatre(info("muscat_indicator_info", "An indicator of which values are told"))
          .by("indicator", "unit", "series", "plugin")
          .detail("`series` are those that it reads, joined by commas")
          .absentWhen("no values of it are told")),
  BASELINE_FROZEN(
      ofTheatre(
              gauge(
                  "muscat_baseline_frozen_since_timestamp_seconds",
                  "Since when the baseline of the indicator has learnt nothing"))
          .by("pillar", "indicator")
          .detail("its fact `frozen-since`")
          .absentWhen("it learns, or has no such baseline, or the indicator has no reading")),
  CONTRIBUTION(
      ofTheatre(gauge("muscat_contribution_ratio", "Part in what the index lacks to 1"))
          .by("pillar", "indicator")
          .detail("the parts sum to 1 minus the index")
          .absentWhen("no score, or the indicator does not count")),
  REGIME(
      ofTheatre(states("muscat_regime", "The regime of the theatre"))
          .detail(
              "`detente`, `containment`, `coercion`, `conflict`, `drift`, `undetermined`; one is 1")
          .absentWhen("the model judges no regime")),
  REGIME_PROBABILITY(
      ofTheatre(
              gauge(
                  "muscat_regime_probability_ratio", "How probable the regime is; decides nothing"))
          .by("regime")
          .detail("all but `undetermined`; they sum to 1")
          .absentWhen("the model judges no regime")),
  FLAG(
      ofTheatre(gauge("muscat_flag", "Whether the flag is raised"))
          .by("flag")
          .detail("1 or 0: `brink`, `escalating`, `mediated`, `thin_margin`, `divergence`")
          .absentWhen("undecided, or the model judges no regime")),
  MIX(
      ofTheatre(gauge("muscat_mix_ratio", "Mix of dialogue and pressure, 1 is best"))
          .absentWhen("dialogue or pressure is missing")),
  MIX_GRADIENT(
      ofTheatre(
              gauge(
                  "muscat_mix_gradient",
                  "Whether more pressure helps (positive) or hurts from here"))
          .absentWhen("dialogue or pressure is missing")),
  MARGIN(
      ofTheatre(
              gauge(
                  "muscat_margin_sigmas",
                  "Distance to the next-worse band in standard deviations of a move over the"
                      + " horizon"))
          .detail("negative below a threshold that BRINK raised")
          .absentWhen("no margin: no score, the worst band, or too short a history")),
  TOUCH_PROBABILITY(
      ofTheatre(
              gauge(
                  "muscat_touch_probability_ratio",
                  "Probability of touching the next-worse band within the horizon"))
          .by("horizon")
          .detail("`horizon` such as `14d`")
          .absentWhen("until the model has passed a reliability test; none has")),
  CHOKEPOINT_FLOW(
      ofTheatre(
              gauge(
                  "muscat_chokepoint_flow_ratio",
                  "Transits of the chokepoint against their baseline"))
          .by("indicator")
          .absentWhen("the status indicator has no reading, or one that may not be passed on")),
  CHOKEPOINT_STATUS(
      ofTheatre(states("muscat_chokepoint_status", "Whether the chokepoint is open"))
          .by("indicator")
          .detail("`open`, `restricted`, `effectively_closed`; one is 1")
          .absentWhen("the status indicator has no reading")),
  CHOKEPOINT_SINCE(
      ofTheatre(
              gauge(
                  "muscat_chokepoint_status_since_timestamp_seconds",
                  "Since when the chokepoint has had its status"))
          .by("indicator")
          .absentWhen("the status indicator has no reading")),
  MODEL(info("muscat_model_info", "A model in use").by("model", "version", "hash"));

  private final MetricSpec spec;

  IndexMetric(MetricSpec spec) {
    this.spec = spec;
  }

  @Override
  public MetricSpec spec() {
    return spec;
  }

  private static MetricSpec ofTheatre(MetricSpec spec) {
    return spec.by("model", "theatre");
  }
}

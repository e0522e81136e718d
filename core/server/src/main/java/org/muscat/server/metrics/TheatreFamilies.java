package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.TouchProbability.Published;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.FlagJudgement.Verdict;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.engine.theatre.TheatreState.MarginView;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.server.document.Words;

/** Writes what stands beside the index: regime, flags and margin. Not safe for several threads. */
final class TheatreFamilies {

  private static final List<String> REGIMES =
      Arrays.stream(Regime.values()).map(Words::of).toList();

  private final Families families;
  private final Labels labels;

  /**
   * A writer.
   *
   * @param labels of the model and the theatre
   */
  TheatreFamilies(Families families, Labels labels) {
    this.families = families;
    this.labels = labels;
  }

  void add(TheatreState state) {
    if (state.regime() != null) {
      addRegime(state.regime());
    }
    state.flags().forEach(this::addFlag);
    addMargin(state.margin());
  }

  private void addRegime(RegimeView view) {
    families.states(IndexMetric.REGIME, labels, REGIMES, Words.of(view.state().regime()));
    for (Regime regime : RegimePosterior.REGIMES) {
      families.gauge(
          IndexMetric.REGIME_PROBABILITY,
          families.with(labels, "regime", Words.of(regime)),
          view.posterior().of(regime));
    }
    addIfKnown(IndexMetric.MIX, view.mix());
    addIfKnown(IndexMetric.MIX_GRADIENT, view.mixGradient());
  }

  private void addFlag(FlagJudgement judgement) {
    if (judgement.verdict() != Verdict.UNDECIDED) {
      families.gauge(
          IndexMetric.FLAG,
          families.with(labels, "flag", Words.of(judgement.flag())),
          judgement.isRaised() ? 1 : 0);
    }
  }

  private void addMargin(MarginView view) {
    Margin margin = view.margin();
    if (margin != null) {
      addIfKnown(IndexMetric.MARGIN, margin.sigmas());
    }
    if (view.touch() instanceof Published published) {
      families.gauge(
          IndexMetric.TOUCH_PROBABILITY,
          families.with(labels, "horizon", days(published.days())),
          published.probability());
    }
  }

  /** Such as {@code 14d}. */
  private static String days(double days) {
    return (days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days)) + "d";
  }

  private void addIfKnown(IndexMetric family, @Nullable Double value) {
    if (value != null) {
      families.gauge(family, labels, value);
    }
  }
}

package org.muscat.engine.theatre;

import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.margin.AmpleVeto;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.RobustDailySd;
import org.muscat.engine.margin.StabilityBand;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.regime.Brink;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.FlagJudgement.Verdict;
import org.muscat.engine.theatre.TheatreState.MarginView;

/** The margin for error at one moment (method, section 7). */
final class MarginStep {

  private final MarginModel model;

  MarginStep(MarginModel model) {
    this.model = model;
  }

  /**
   * The margin.
   *
   * @param volatility of {@code S_dyn} over the points of the grid
   * @param brink whether BRINK is raised; null if the model has no regime
   * @param ultimatum the clock U1; null when it is missing
   * @param divergence whether a pillar diverges; null when that cannot be decided
   */
  MarginView margin(
      IndexState index,
      Volatility volatility,
      @Nullable FlagJudgement brink,
      @Nullable Double ultimatum,
      @Nullable Boolean divergence) {
    if (index.scored().isEmpty()) {
      return none(null, "there is no score");
    }
    Score score = index.scored().get();
    StabilityBand band = model.cuts().band(score.dynamic());
    OptionalDouble threshold = model.cuts().threshold(score.dynamic());
    if (threshold.isEmpty()) {
      return none(band, "the index is in the worst band");
    }
    Double dailySd = volatility.dailySd();
    if (dailySd == null) {
      return none(
          band,
          String.format(
              Locale.ROOT,
              "fewer than %d daily changes of the index are known in the last %d days",
              RobustDailySd.LEAST_CHANGES,
              RobustDailySd.WINDOW));
    }
    double theta = threshold.getAsDouble();
    double effective =
        brink != null && brink.isRaised() && ultimatum != null
            ? Brink.raisedThreshold(theta, ultimatum)
            : theta;
    Margin margin =
        Margin.of(
            score.dynamic(), effective, dailySd, model.days(), vetoes(index, brink, divergence));
    TouchProbability touch = TouchProbability.of(margin, model.drift(), model.reliability());
    return new MarginView(band, margin, "", touch);
  }

  private static MarginView none(@Nullable StabilityBand band, String reason) {
    return new MarginView(band, null, reason, new TouchProbability.Withheld(reason));
  }

  private static Set<AmpleVeto> vetoes(
      IndexState index, @Nullable FlagJudgement brink, @Nullable Boolean divergence) {
    Set<AmpleVeto> vetoes = EnumSet.noneOf(AmpleVeto.class);
    if (brink != null && brink.verdict() != Verdict.CLEAR) {
      vetoes.add(AmpleVeto.BRINK);
    }
    if (divergence == null || divergence) {
      vetoes.add(AmpleVeto.DIVERGENCE);
    }
    if (index.coverage() < Margin.THIN_COVERAGE) {
      vetoes.add(AmpleVeto.THIN_COVERAGE);
    }
    return vetoes;
  }
}

package org.muscat.engine.theatre;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Composite;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.Published;
import org.muscat.engine.margin.MarginBand;
import org.muscat.engine.regime.Brink;
import org.muscat.engine.regime.FlagEvidence;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.Flags;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.theatre.TheatreState.MarginView;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;

/**
 * The fold of a theatre over the daily grid (method, section 2.8). A step commits one point of the
 * grid; a moment between two points is a partial step that nothing remembers. So the state of a
 * moment does not depend on how often it was asked for. Immutable and safe for any thread.
 */
public final class TheatreFold {

  private final TheatreModel model;
  private final Composite composite;
  private final @Nullable RegimeStep regimeStep;
  private final MarginStep marginStep;
  private final Watch watch;

  /**
   * A step of the fold.
   *
   * @param state at the point
   * @param memory for the next step
   */
  public record Step(TheatreState state, TheatreMemory memory) {}

  /** The fold of a theatre. */
  public TheatreFold(TheatreModel model) {
    this.model = model;
    this.composite = new Composite(model.model());
    this.regimeStep = model.regime() == null ? null : new RegimeStep(model.regime());
    this.marginStep = new MarginStep(model.margin());
    this.watch = new Watch(model.model());
  }

  /** What is folded. */
  public TheatreModel model() {
    return model;
  }

  /**
   * Commits the next point of the grid.
   *
   * @param memory of the point before; {@link TheatreMemory#NONE} for the first
   * @param readings as of the point, by the ids of {@link TheatreModel#inputs()}
   * @throws IllegalArgumentException if the point is not the next one, or a reading is not there
   */
  public Step step(TheatreMemory memory, Instant point, Map<String, ? extends Reading> readings) {
    if (!Grid.isPoint(point)
        || (memory.at() != null && !memory.at().plus(Grid.STEP).equals(point))) {
      throw new IllegalArgumentException(
          point + " is not the point of the grid after " + memory.at());
    }
    return step(memory, point, readings, true);
  }

  /**
   * The state at any moment after what is remembered, within one step of the grid.
   *
   * @param memory of the last point before the moment; {@link TheatreMemory#NONE} if none was
   *     folded
   * @param readings as of the moment, by the ids of {@link TheatreModel#inputs()}
   * @throws IllegalArgumentException if a point of the grid lies between, or a reading is not there
   */
  public TheatreState at(
      TheatreMemory memory, Instant asOf, Map<String, ? extends Reading> readings) {
    if (memory.at() != null && !memory.at().equals(Grid.before(asOf))) {
      throw new IllegalArgumentException(
          "memory of " + memory.at() + " is not that of the last point before " + asOf);
    }
    return step(memory, asOf, readings, Grid.isPoint(asOf)).state();
  }

  private Step step(
      TheatreMemory memory,
      Instant asOf,
      Map<String, ? extends Reading> readings,
      boolean committed) {
    Known known = new Known(asOf, readings, memory.held());
    RegimeView regime = regimeStep == null ? null : regimeStep.step(memory, asOf, known, committed);
    IndexState index =
        composite.compose(
            model.theatre(),
            asOf,
            known.inputs(watch),
            memory.published(),
            response(regime, known));
    Volatility volatility =
        committed
            ? memory.volatility().next(index.scored().map(Score::dynamic))
            : memory.volatility();
    TheatreState state = beside(warmed(index), regime, volatility, known);
    TheatreMemory next =
        committed
            ? new TheatreMemory(
                asOf,
                known.remembered(watch),
                published(memory, index),
                regime == null ? null : regime.state(),
                regime == null ? memory.posterior() : regime.posterior(),
                volatility)
            : memory;
    return new Step(state, next);
  }

  private IndexState warmed(IndexState index) {
    Instant from = model.history().from();
    return from == null || !index.asOf().isBefore(from)
        ? index
        : index.warming("the history of the model is published from " + from + " on");
  }

  /** Method, section 5.5: peace that was mediated is believed as fast as war. */
  private AsymmetricResponse response(@Nullable RegimeView regime, Known known) {
    RegimeModel judged = model.regime();
    if (regime == null || judged == null || regime.state().regime() != Regime.CONFLICT) {
      return model.response();
    }
    Measured agreement = known.fresh(judged.agreement());
    Measured mediation = known.fresh(judged.mediation());
    boolean mediated =
        agreement != null
            && "yes".equals(agreement.facts().get("agreement-in-force"))
            && mediation != null
            && mediation.value() > 0;
    return mediated ? model.response().inConflictWithMediatedAgreement() : model.response();
  }

  private TheatreState beside(
      IndexState index, @Nullable RegimeView regime, Volatility volatility, Known known) {
    Boolean divergence = divergence(index);
    RegimeModel judged = model.regime();
    if (regime == null || judged == null) {
      MarginView margin = marginStep.margin(index, volatility, null, null, divergence);
      return new TheatreState(index, null, List.of(), margin);
    }
    Measured clock = known.fresh(judged.ultimatum());
    boolean isClock = clock != null && clock.value() >= 0 && clock.value() <= 1;
    Double ultimatum = clock == null || !isClock ? null : (Double) clock.value();
    Measured mediation = known.fresh(judged.mediation());
    FlagJudgement brink = Brink.judge(regime.state(), ultimatum, judged.mix());
    MarginView margin = marginStep.margin(index, volatility, brink, ultimatum, divergence);
    FlagEvidence evidence =
        new FlagEvidence(
            ultimatum,
            mediation == null ? null : (Boolean) (mediation.value() > 0),
            margin.margin() == null ? null : (Boolean) (margin.margin().band() == MarginBand.THIN),
            divergence);
    return new TheatreState(
        index, regime, Flags.judge(regime.state(), evidence, judged.mix()), margin);
  }

  /** Null when a pillar is missing and the others do not diverge: missing is not calm. */
  private static @Nullable Boolean divergence(IndexState index) {
    if (index.divergence().isPresent()) {
      return true;
    }
    return index.hasAllPillars() ? false : null;
  }

  private static @Nullable Published published(TheatreMemory memory, IndexState index) {
    Optional<Score> score = index.scored();
    return score.isPresent()
        ? new Published(score.get().stability(), index.asOf())
        : memory.published();
  }
}

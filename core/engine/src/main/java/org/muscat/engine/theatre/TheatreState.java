package org.muscat.engine.theatre;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.TripWire;
import org.muscat.engine.TripWires;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.StabilityBand;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.regime.RegimeState;

/**
 * All that is said of a theatre as of one moment. Immutable.
 *
 * @param index with its interval and contributions
 * @param regime null if the model has none
 * @param flags every flag once, in the order of {@link Flag}; none if the model has no regime
 * @param margin for error
 */
public record TheatreState(
    IndexState index, @Nullable RegimeView regime, List<FlagJudgement> flags, MarginView margin) {

  /**
   * The regime and what stands beside it.
   *
   * @param state the regime with its axes and since
   * @param posterior over regimes
   * @param mix of dialogue and pressure, in [0,1]; null while one of them is missing
   * @param mixGradient whether more pressure helps (positive) or hurts from here; null with the mix
   */
  public record RegimeView(
      RegimeState state,
      RegimePosterior posterior,
      @Nullable Double mix,
      @Nullable Double mixGradient) {}

  /**
   * The margin for error.
   *
   * @param band of {@code S_dyn}; null when there is no score
   * @param margin null when there is none
   * @param reason why there is none; empty when there is
   * @param touch the probability of touching the next-worse band, or why it is not published
   */
  public record MarginView(
      @Nullable StabilityBand band,
      @Nullable Margin margin,
      String reason,
      TouchProbability touch) {}

  public TheatreState {
    flags = List.copyOf(flags);
  }

  /** The moment. */
  public Instant asOf() {
    return index.asOf();
  }

  /** What is known of a flag; empty if the model has no regime. */
  public Optional<FlagJudgement> flag(Flag flag) {
    return flags.stream().filter(judgement -> judgement.flag() == flag).findFirst();
  }

  /**
   * The smallest move of each indicator that takes {@code S_dyn} to the next-worse band, in the
   * order of the model; none when there is no margin.
   */
  public List<TripWire> tripWires() {
    return margin.margin() == null ? List.of() : TripWires.of(index, margin.margin().threshold());
  }
}

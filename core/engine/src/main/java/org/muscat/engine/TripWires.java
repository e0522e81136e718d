package org.muscat.engine;

import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.Measured;
import org.muscat.spi.Scale;

/**
 * The trip-wires of an index (method, section 7): "index" means {@code S_dyn} here. It is the
 * lowest over the live inputs with any of the missing ones held (section 2, rule 2); a wire is
 * where the first of these compositions reaches the threshold, so that composing again with the
 * tripping reading gives the threshold.
 */
public final class TripWires {

  private static final double WORST_STANDARD_SCORE = 4;

  private final Judgement judgement;
  private final Layout layout;
  private final double threshold;
  private final Composition overLive;
  private final Composition withHeld;
  private final double index;

  private TripWires(Judgement judgement, double threshold) {
    this.judgement = judgement;
    this.layout = judgement.layout;
    this.threshold = threshold;
    this.overLive = judgement.overLive();
    this.withHeld = judgement.withHeld();
    this.index = worst(judgement.risk).stability();
  }

  /**
   * One trip-wire for each indicator, in the order of pillars and members.
   *
   * @param state with a score
   * @param threshold theta, raised in BRINK, in points of {@code S_dyn}; positive
   * @throws IllegalArgumentException if the state has no score
   */
  public static List<TripWire> of(IndexState state, double threshold) {
    if (!(threshold > 0)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not positive");
    }
    if (state.scored().isEmpty()) {
      throw new IllegalArgumentException(
          "theatre '"
              + state.theatre()
              + "' has no score as of "
              + state.asOf()
              + ": "
              + state.reason());
    }
    TripWires wires = new TripWires(state.judgement, threshold);
    List<TripWire> all = new ArrayList<>();
    for (int m = 0; m < wires.layout.members.length; m++) {
      all.add(wires.wire(m));
    }
    return List.copyOf(all);
  }

  private TripWire wire(int m) {
    int p = layout.pillarOf[m];
    Measured measured = judgement.measured(m);
    if (!judgement.isLive(m) || measured == null) {
      return unreachable(m, "it is missing: " + judgement.reason(m));
    }
    if (!overLive.pillarCounts(p) && !withHeld.pillarCounts(p)) {
      return unreachable(m, "too little of its pillar is known");
    }
    if (!(index > threshold)) {
      return unreachable(
          m, "the index, " + Decimals.two(index) + ", is not above " + Decimals.two(threshold));
    }
    Scale scale = layout.members[m].scale();
    double risk = judgement.risk[m];
    double[] atWorst = with(m, worstRisk(scale));
    Composition worst = worst(atWorst);
    // Rounding must not turn a move of almost nothing into one that calms.
    double trippingRisk = Math.max(risk, trippingRisk(p, m, atWorst, worst));
    if (!isOn(scale, trippingRisk)) {
      return unreachable(
          m,
          "even at the worst of its scale the index stays at " + Decimals.two(worst.stability()));
    }
    return new TripWire.Reachable(
        layout.pillars.get(p).id(),
        layout.members[m].id(),
        100 - risk,
        100 - trippingRisk,
        measured.value(),
        trippingRisk > risk ? layout.curves[m].reading(trippingRisk) : measured.value());
  }

  private TripWire.Unreachable unreachable(int m, String reason) {
    return new TripWire.Unreachable(
        layout.pillars.get(layout.pillarOf[m]).id(), layout.members[m].id(), reason);
  }

  /**
   * The risk at which the index first is at the threshold; above the worst of the scale if none is.
   * From the worst risk back: whichever composition is worst there crosses the threshold nearer to
   * the index, until none lies below it. There are finitely many.
   *
   * @param atWorst the risks with that of the member at its worst
   * @param worstThere the composition that is worst then
   */
  private double trippingRisk(int p, int m, double[] atWorst, Composition worstThere) {
    if (worstThere.stability() > threshold) {
      return Double.POSITIVE_INFINITY;
    }
    double[] risk = atWorst;
    Composition worst = worstThere;
    while (worst.stability() < threshold) {
      double nearer = risk[m] - worst.moveTo(threshold, p, m).orElse(0);
      if (!(nearer < risk[m])) {
        break;
      }
      risk = with(m, nearer);
      worst = worst(risk);
    }
    return risk[m];
  }

  /** The risks with another one of a member. */
  private double[] with(int m, double risk) {
    double[] risks = judgement.risk.clone();
    risks[m] = risk;
    return risks;
  }

  private Composition worst(double[] risk) {
    boolean[] mask =
        judgement.isWhole() ? judgement.live : Worst.mask(layout, risk, judgement.live);
    return new Composition(layout, risk, mask);
  }

  /**
   * Whether a reading has this risk. The ends of a curve are never reached, those of a line are.
   */
  private static boolean isOn(Scale scale, double risk) {
    double worst = worstRisk(scale);
    return scale.shape() == Scale.Shape.LINEAR ? risk <= worst : risk < worst;
  }

  private static double worstRisk(Scale scale) {
    return switch (scale.shape()) {
      case LOGISTIC, LOG_LOGISTIC -> 100;
      case LINEAR -> scale.stressedRisk();
      case NORMAL -> Scales.risk(scale, WORST_STANDARD_SCORE);
    };
  }
}

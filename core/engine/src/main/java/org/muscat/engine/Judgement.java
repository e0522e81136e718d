package org.muscat.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/**
 * The inputs of a theatre as of one moment, each put on its scale: live, held at its last value, or
 * unknown. Not changed after construction.
 */
final class Judgement {

  final Layout layout;
  final Instant asOf;

  /** Risk of each member in [0,100], live or held; NaN while nothing is known of it. */
  final double[] risk;

  /** Variance of each risk, in squared points. */
  final double[] variance;

  final Quality[] quality;

  /** Which members are live. */
  final boolean[] live;

  /** The framework index; null when the model has none. */
  final @Nullable UnitInput framework;

  /** How much is hidden; null when the model does not ask. */
  final @Nullable Hidden hidden;

  private final List<Input> inputs;
  private final boolean whole;

  /**
   * Judges inputs.
   *
   * @param inputs in the order of {@link Model#inputs()}
   */
  Judgement(Layout layout, Instant asOf, List<Input> inputs) {
    this.layout = layout;
    this.asOf = asOf;
    this.inputs = inputs;
    int count = layout.members.length;
    this.risk = new double[count];
    this.variance = new double[count];
    this.quality = new Quality[count];
    this.live = new boolean[count];
    boolean everythingIsLive = true;
    for (int m = 0; m < count; m++) {
      everythingIsLive &= judge(m);
    }
    this.whole = everythingIsLive;
    Model.Structure structure = layout.model.rules().structure();
    this.framework =
        structure == null
            ? null
            : UnitInput.of(structure.id(), structure.uncertainty(), inputs.get(count), asOf);
    List<Model.Opacity> opacities = layout.model.rules().opacities();
    List<Input> last = inputs.subList(inputs.size() - opacities.size(), inputs.size());
    this.hidden = opacities.isEmpty() ? null : Hidden.of(opacities, last, asOf);
  }

  private boolean judge(int m) {
    Wear wear = layout.wear[m];
    Input input = inputs.get(m);
    if (input.reading() instanceof Measured measured) {
      double age = Wear.seconds(measured.observedAt(), asOf);
      if (wear.isFresh(age)) {
        risk[m] = layout.curves[m].risk(measured.value());
        variance[m] = wear.variance(age);
        quality[m] = quality(wear, age, measured);
        live[m] = true;
        return true;
      }
    }
    Measured last = input.lastMeasured();
    risk[m] = last == null ? Double.NaN : layout.curves[m].risk(last.value());
    variance[m] = wear.limit();
    boolean isSuspect = input.reading() instanceof NoData none && none.isSuspect();
    quality[m] = isSuspect ? Quality.SUSPECT : Quality.MISSING;
    return false;
  }

  private static Quality quality(Wear wear, double age, Measured measured) {
    if (wear.isStale(age)) {
      return Quality.STALE;
    }
    return measured.caveat().isPresent() ? Quality.PARTIAL : Quality.OK;
  }

  /** Whether every member is live. */
  boolean isWhole() {
    return whole;
  }

  boolean isLive(int m) {
    return live[m];
  }

  /** Which members have a value, be it live or held. */
  boolean[] known() {
    boolean[] known = new boolean[risk.length];
    for (int m = 0; m < risk.length; m++) {
      known[m] = isKnown(m);
    }
    return known;
  }

  /** The composition over what is live. */
  Composition overLive() {
    return new Composition(layout, risk, live);
  }

  /** The composition with missing members at their last value. */
  Composition withHeld() {
    return new Composition(layout, risk, known());
  }

  /** The composition with just those missing members at their last value that make it worst. */
  Composition worst() {
    return new Composition(layout, risk, Worst.mask(layout, risk, live));
  }

  /** Whether there is a value, be it live or held. */
  boolean isKnown(int m) {
    return !Double.isNaN(risk[m]);
  }

  boolean isHeld(int m) {
    return isKnown(m) && !isLive(m);
  }

  /** The measurement that the risk of a member comes from; null while nothing is known of it. */
  @Nullable Measured measured(int m) {
    Input input = inputs.get(m);
    return isLive(m) ? (Measured) input.reading() : input.lastMeasured();
  }

  /** When the newest data of its value are of; null while nothing is known of it. */
  @Nullable Instant observedAt(int m) {
    Measured measured = measured(m);
    return measured == null ? null : measured.observedAt();
  }

  Map<String, String> facts(int m) {
    Measured measured = measured(m);
    return measured == null ? Map.of() : measured.facts();
  }

  /** Why a member is missing, suspect, stale or partial; empty when it is none of these. */
  String reason(int m) {
    return switch (quality[m]) {
      case OK -> "";
      case PARTIAL -> ((Measured) inputs.get(m).reading()).caveat().orElse("");
      case STALE -> "newest data are of " + observedAt(m);
      case MISSING, SUSPECT ->
          UnitInput.whyNotLive(
              inputs.get(m).reading(), asOf, layout.members[m].uncertainty().maxAge());
    };
  }
}

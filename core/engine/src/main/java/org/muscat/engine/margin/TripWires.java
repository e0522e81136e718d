package org.muscat.engine.margin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.Model;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Quality;
import org.muscat.engine.Scales;
import org.muscat.spi.Scale;

/**
 * The trip-wires of an index (method, section 7). The index is the lower of the one over the live
 * inputs and the one with missing inputs held (section 2, rule 2); a wire is where the first of
 * both reaches the threshold, so that composing again with the tripping reading gives the
 * threshold.
 */
public final class TripWires {

  private static final double WORST_STANDARD_SCORE = 4;

  private final double threshold;
  private final CountedIndex overLive;
  private final CountedIndex withHeld;

  private TripWires(Model model, IndexState state, double threshold) {
    Map<String, Double> live = new HashMap<>();
    Map<String, Double> known = new HashMap<>();
    for (PillarState pillar : state.pillars()) {
      for (MemberState member : pillar.members()) {
        Double risk = member.risk();
        if (risk != null) {
          known.put(member.id(), 100 - risk);
          if (member.quality() != Quality.MISSING) {
            live.put(member.id(), 100 - risk);
          }
        }
      }
    }
    this.threshold = threshold;
    this.overLive = new CountedIndex(model, live);
    this.withHeld = new CountedIndex(model, known);
  }

  /**
   * One trip-wire for each indicator, in the order of pillars and members.
   *
   * @param model that the state was composed with
   * @param state with a score
   * @param threshold theta, raised in BRINK, in points of {@code S_dyn}; positive
   * @throws IllegalArgumentException if the state has no score or is of another model
   */
  public static List<TripWire> of(Model model, IndexState state, double threshold) {
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
    Map<String, MemberState> members = new HashMap<>();
    for (PillarState pillar : state.pillars()) {
      pillar.members().forEach(member -> members.put(member.id(), member));
    }
    TripWires wires = new TripWires(model, state, threshold);
    List<TripWire> all = new ArrayList<>();
    for (Model.Pillar pillar : model.pillars()) {
      for (Member member : pillar.members()) {
        all.add(wires.wire(pillar.id(), member, members.get(member.id())));
      }
    }
    return List.copyOf(all);
  }

  private TripWire wire(String pillar, Member member, @Nullable MemberState state) {
    if (state == null) {
      throw new IllegalArgumentException("the state has no indicator '" + member.id() + "'");
    }
    Double risk = state.risk();
    Double reading = state.value();
    if (risk == null || reading == null || state.quality() == Quality.MISSING) {
      return new TripWire.Unreachable(pillar, member.id(), "it is missing: " + state.reason());
    }
    if (!overLive.counts(member) && !withHeld.counts(member)) {
      return new TripWire.Unreachable(pillar, member.id(), "too little of its pillar is known");
    }
    double index = Math.min(overLive.stability(), withHeld.stability());
    if (!(index > threshold)) {
      return new TripWire.Unreachable(
          pillar,
          member.id(),
          String.format(Locale.ROOT, "the index, %.2f, is not above %.2f", index, threshold));
    }
    OptionalDouble move = move(member);
    double trippingRisk = risk - move.orElse(Double.NEGATIVE_INFINITY);
    if (!isOn(member.scale(), trippingRisk)) {
      return new TripWire.Unreachable(pillar, member.id(), outOfReach(member, risk));
    }
    return new TripWire.Reachable(
        pillar,
        member.id(),
        100 - risk,
        100 - trippingRisk,
        reading,
        Scales.reading(member.scale(), trippingRisk));
  }

  /** The smaller of the moves that take either index to the threshold. */
  private OptionalDouble move(Member member) {
    OptionalDouble ofLive = overLive.moveTo(threshold, member);
    OptionalDouble ofKnown = withHeld.moveTo(threshold, member);
    if (ofLive.isEmpty() || ofKnown.isEmpty()) {
      return ofLive.isPresent() ? ofLive : ofKnown;
    }
    return OptionalDouble.of(Math.max(ofLive.getAsDouble(), ofKnown.getAsDouble()));
  }

  private String outOfReach(Member member, double risk) {
    double move = risk - worstRisk(member.scale());
    double index = Math.min(overLive.afterMove(member, move), withHeld.afterMove(member, move));
    return String.format(
        Locale.ROOT, "even at the worst of its scale the index stays at %.2f", index);
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

package org.muscat.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.Movement.Part;
import org.muscat.spi.Measured;

/**
 * The step from one model to another with the inputs as they are: members that the other model does
 * not have leave, then rules and pillars, then weights, then scales are changed.
 */
final class ModelStep {

  private final Judgement before;
  private final Layout layout;
  private final double[] risk;
  private final boolean[] known;
  private final List<Part> parts = new ArrayList<>();
  private boolean possible;

  ModelStep(Judgement before, Layout layout) {
    this.before = before;
    this.layout = layout;
    this.risk = new double[layout.members.length];
    this.known = new boolean[layout.members.length];
    run();
  }

  /** Whether some pillar counts all along the way; else the step has no parts. */
  boolean isPossible() {
    return possible;
  }

  List<Part> parts() {
    return parts;
  }

  /** The inputs of before on the scales of after. */
  double[] risk() {
    return risk;
  }

  boolean[] known() {
    return known;
  }

  private void run() {
    Map<String, Integer> places = places(before.layout);
    boolean[] knownBefore = before.known();
    boolean[] shared = new boolean[knownBefore.length];
    double[] oldScales = new double[risk.length];
    for (int m = 0; m < risk.length; m++) {
      Integer place = places.get(key(layout, m));
      known[m] = place != null && knownBefore[place];
      if (place == null || !known[m]) {
        oldScales[m] = risk[m] = Double.NaN;
        continue;
      }
      shared[place] = true;
      oldScales[m] = before.risk[place];
      Measured measured = before.measured(place);
      risk[m] = measured == null ? Double.NaN : layout.curves[m].risk(measured.value());
    }
    Layout oldWeights = new Layout(withWeightsOf(before.layout.model));
    double start = log(before.layout, before.risk, knownBefore);
    double common = log(before.layout, before.risk, shared);
    double rules = log(oldWeights, oldScales, known);
    double weights = log(layout, oldScales, known);
    double scales = log(layout, risk, known);
    this.possible = !Double.isNaN(common + rules + weights + scales);
    parts.add(new Part(Cause.MEMBERSHIP, "", "", common - start));
    parts.add(new Part(Cause.METHOD, "", "", (rules - common) + (scales - weights)));
    parts.add(new Part(Cause.WEIGHTS, "", "", weights - rules));
  }

  private static double log(Layout layout, double[] risk, boolean[] counts) {
    return Math.log(new Composition(layout, risk, counts).stability());
  }

  /** The model of after with the weights of before, where there are any. */
  private Model withWeightsOf(Model old) {
    Map<String, Double> weights = new HashMap<>();
    for (Pillar pillar : old.pillars()) {
      weights.put("pillar " + pillar.id(), pillar.weight());
      for (Member member : pillar.members()) {
        weights.put(pillar.id() + "/" + member.id(), member.weight());
      }
    }
    Map<String, Double> kept = new HashMap<>();
    for (Pillar pillar : layout.pillars) {
      Double ofPillar = weights.get("pillar " + pillar.id());
      if (ofPillar != null) {
        kept.put(pillar.id(), ofPillar);
      }
      for (Member member : pillar.members()) {
        Double ofMember = weights.get(pillar.id() + "/" + member.id());
        if (ofMember != null) {
          kept.put(member.id(), ofMember);
        }
      }
    }
    return layout.model.withWeights(kept);
  }

  private static Map<String, Integer> places(Layout layout) {
    Map<String, Integer> places = new HashMap<>();
    for (int m = 0; m < layout.members.length; m++) {
      places.put(key(layout, m), m);
    }
    return places;
  }

  private static String key(Layout layout, int m) {
    return layout.pillars.get(layout.pillarOf[m]).id() + "/" + layout.members[m].id();
  }
}

package org.muscat.engine;

import java.util.Arrays;
import java.util.List;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;

/**
 * A model laid out in arrays, members of all pillars one after the other, with everything worked
 * out that does not depend on readings. Immutable after construction.
 */
final class Layout {

  final Model model;
  final PillarAverage average;
  final List<Pillar> pillars;

  /** All members, pillar by pillar. */
  final Member[] members;

  /** Of each pillar its first member; one entry more at the end. */
  final int[] first;

  /** Of each member its pillar. */
  final int[] pillarOf;

  /** Weight of each member, relative inside its pillar. */
  final double[] memberWeight;

  /** Sum of the weights of all members of each pillar. */
  final double[] wholeMemberWeight;

  final double[] pillarWeight;

  /** 100 for each pillar. */
  final double[] allCalm;

  /** Of {@link Model#inputs()}. */
  final List<String> inputs;

  final double wholePillarWeight;
  final Curve[] curves;
  final Wear[] wear;

  Layout(Model model) {
    this.model = model;
    this.average = new PillarAverage(model.rules().power());
    this.pillars = model.pillars();
    this.inputs = model.inputs();
    this.allCalm = new double[pillars.size()];
    Arrays.fill(allCalm, 100);
    this.members =
        pillars.stream().flatMap(pillar -> pillar.members().stream()).toArray(Member[]::new);
    this.first = new int[pillars.size() + 1];
    this.wholeMemberWeight = new double[pillars.size()];
    this.pillarWeight = new double[pillars.size()];
    this.memberWeight = new double[members.length];
    this.pillarOf = new int[members.length];
    this.curves = new Curve[members.length];
    this.wear = new Wear[members.length];
    double whole = 0;
    int next = 0;
    for (int p = 0; p < pillars.size(); p++) {
      Pillar pillar = pillars.get(p);
      pillarWeight[p] = pillar.weight();
      whole += pillar.weight();
      for (Member member : pillar.members()) {
        memberWeight[next] = member.weight();
        pillarOf[next] = p;
        wholeMemberWeight[p] += member.weight();
        curves[next] = new Curve(member.scale());
        wear[next] = new Wear(member.uncertainty());
        next++;
      }
      first[p + 1] = next;
    }
    this.wholePillarWeight = whole;
  }
}

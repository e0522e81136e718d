package org.muscat.engine.margin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.muscat.engine.Model;
import org.muscat.engine.Model.Member;

/**
 * The index over those indicators that count, as a function of one of them: the weighted arithmetic
 * mean inside its pillar, the weighted geometric mean across pillars (method, sections 5.1 and
 * 5.2).
 */
final class CountedIndex {

  /** The least stability of a pillar (method, section 5.1). */
  private static final double FLOOR = 1;

  private final Map<String, CountedPillar> pillarOf = new LinkedHashMap<>();
  private final double pillarWeight;
  private final double stability;

  /** A pillar over its members that count. */
  private record CountedPillar(double weight, double memberWeight, double mean) {

    double stability() {
      return Math.max(FLOOR, mean);
    }
  }

  /**
   * An index.
   *
   * @param stabilities of the members that count, by their ids
   */
  CountedIndex(Model model, Map<String, Double> stabilities) {
    List<CountedPillar> counted = new ArrayList<>();
    for (Model.Pillar pillar : model.pillars()) {
      List<Member> members = new ArrayList<>(pillar.members());
      members.removeIf(member -> !stabilities.containsKey(member.id()));
      double whole = weight(pillar.members());
      double present = weight(members);
      if (members.size() >= model.minimumLive() && present / whole >= model.coverageFloor()) {
        double sum = 0;
        for (Member member : members) {
          sum += member.weight() * stabilities.getOrDefault(member.id(), 0.0);
        }
        CountedPillar entry = new CountedPillar(pillar.weight(), present, sum / present);
        counted.add(entry);
        members.forEach(member -> pillarOf.put(member.id(), entry));
      }
    }
    double weight = 0;
    double logarithm = 0;
    for (CountedPillar pillar : counted) {
      weight += pillar.weight();
      logarithm += pillar.weight() * Math.log(pillar.stability());
    }
    this.pillarWeight = weight;
    this.stability = counted.isEmpty() ? 100 : Math.exp(logarithm / weight);
  }

  /** In [1,100]; 100 when nothing counts. */
  double stability() {
    return stability;
  }

  /** Whether a member moves the index. */
  boolean counts(Member member) {
    return pillarOf.containsKey(member.id());
  }

  /** The index after a move of one member; unmoved if it does not count. */
  double afterMove(Member member, double move) {
    CountedPillar pillar = pillarOf.get(member.id());
    if (pillar == null) {
      return stability;
    }
    double mean = pillar.mean() + member.weight() / pillar.memberWeight() * move;
    double ratio = Math.max(FLOOR, mean) / pillar.stability();
    return stability * Math.pow(ratio, pillar.weight() / pillarWeight);
  }

  /**
   * The move of one member that takes the index to a threshold below it. The pillar must go to
   * {@code s_p (theta/S)^(1/w_p)}, and its member by the change of the pillar over its share.
   *
   * @return in points of the member's stability, not positive, and possibly past its range; empty
   *     if it does not count or its pillar would have to fall through its floor
   */
  OptionalDouble moveTo(double threshold, Member member) {
    CountedPillar pillar = pillarOf.get(member.id());
    if (pillar == null) {
      return OptionalDouble.empty();
    }
    double needed =
        pillar.stability() * Math.pow(threshold / stability, pillarWeight / pillar.weight());
    if (needed < FLOOR) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((needed - pillar.mean()) * pillar.memberWeight() / member.weight());
  }

  private static double weight(List<Member> members) {
    double sum = 0;
    for (Member member : members) {
      sum += member.weight();
    }
    return sum;
  }
}

package org.muscat.engine;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * What is weighed how: the part of a model file that the arithmetic needs. Immutable; pillars and
 * members are kept in the order of their ids.
 *
 * @param id of the model, such as {@code gulf}
 * @param version counted up by whoever changes the file
 * @param hash of the content of the file, so that a score names exactly what made it
 * @param pillars at least one
 * @param coverageFloor the share of weight, in [0,1], that must be present for a pillar and for the
 *     index; below it nothing is published (method, section 2, rule 3)
 * @param minimumLive how many live members a pillar needs (method, section 5.1)
 */
public record Model(
    String id,
    int version,
    String hash,
    List<Pillar> pillars,
    double coverageFloor,
    int minimumLive) {

  /** The coverage floor of method, section 2, rule 3. */
  public static final double DEFAULT_COVERAGE_FLOOR = 0.5;

  /** The least number of live members of method, section 5.1. */
  public static final int DEFAULT_MINIMUM_LIVE = 2;

  /**
   * A weighted group of members.
   *
   * @param id such as {@code energy}
   * @param weight relative to the other pillars, positive
   * @param members at least one
   */
  public record Pillar(String id, double weight, List<Member> members) {

    public Pillar {
      requirePositive("weight of pillar '" + id + "'", weight);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("pillar '" + id + "' has no indicators");
      }
      members = members.stream().sorted(Comparator.comparing(Member::id)).toList();
    }

    double memberWeight() {
      double sum = 0;
      for (Member member : members) {
        sum += member.weight();
      }
      return sum;
    }
  }

  /**
   * One indicator in its place in a pillar.
   *
   * @param id unique in the model; the indicator's own id unless the model uses it twice
   * @param weight relative to the other members of the pillar, positive
   * @param scale from reading to risk
   * @param uncertainty of the risk
   */
  public record Member(String id, double weight, Scale scale, Uncertainty uncertainty) {

    public Member {
      requirePositive("weight of indicator '" + id + "'", weight);
    }
  }

  public Model {
    if (pillars.isEmpty()) {
      throw new IllegalArgumentException("model '" + id + "' has no pillars");
    }
    if (!(coverageFloor >= 0 && coverageFloor <= 1)) {
      throw new IllegalArgumentException("coverage floor " + coverageFloor + " is not in [0,1]");
    }
    if (minimumLive < 1) {
      throw new IllegalArgumentException("minimum of live members " + minimumLive + " is below 1");
    }
    pillars = pillars.stream().sorted(Comparator.comparing(Pillar::id)).toList();
    Set<String> seen = new HashSet<>();
    for (Pillar pillar : pillars) {
      requireNew(seen, "pillar " + pillar.id());
      pillar.members().forEach(member -> requireNew(seen, "indicator " + member.id()));
    }
  }

  double pillarWeight() {
    double sum = 0;
    for (Pillar pillar : pillars) {
      sum += pillar.weight();
    }
    return sum;
  }

  private static void requireNew(Set<String> seen, String name) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException(name + " stands twice in the model");
    }
  }

  private static void requirePositive(String what, double weight) {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(what + " is not positive: " + weight);
    }
  }
}

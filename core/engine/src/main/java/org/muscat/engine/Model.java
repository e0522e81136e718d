package org.muscat.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.attribution.Shapley;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * What is weighed how: the part of a model file that the composite needs. Immutable; pillars and
 * members are kept in the order of their ids.
 *
 * @param id of the model, such as {@code gulf}
 * @param version counted up by whoever changes the file
 * @param hash of the content of the file, so that a score names exactly what made it
 * @param pillars at least one
 * @param rules how they are composed
 */
public record Model(String id, int version, String hash, List<Pillar> pillars, Rules rules) {

  /**
   * How pillars are composed (method, section 5).
   *
   * @param power {@code p} of the power mean across pillars, in [-50,50]; 0 is the geometric mean
   * @param coverageFloor the share of weight, in [0,1], that must be present for a pillar and for
   *     the index; below it nothing is published (method, section 2, rule 3)
   * @param minimumLive how many live members a pillar needs, at least 1
   * @param structure what multiplies the mean; null when the model has no structural factor
   * @param opacities what widens the interval, of which the widest counts; empty when the model has
   *     none
   */
  public record Rules(
      double power,
      double coverageFloor,
      int minimumLive,
      @Nullable Structure structure,
      List<Opacity> opacities) {

    /** The geometric mean, a floor of half the weight, two live members, nothing else. */
    public static final Rules DEFAULT = new Rules(0, 0.5, 2, null, List.of());

    /** Past this power the squares of powers of 100 overflow. */
    public static final double LARGEST_POWER = 50;

    public Rules {
      if (!(Math.abs(power) <= LARGEST_POWER)) {
        throw new IllegalArgumentException(
            "power "
                + power
                + " of the mean is not in ["
                + -LARGEST_POWER
                + ","
                + LARGEST_POWER
                + "]");
      }
      if (!(coverageFloor >= 0 && coverageFloor <= 1)) {
        throw new IllegalArgumentException("coverage floor " + coverageFloor + " is not in [0,1]");
      }
      if (minimumLive < 1) {
        throw new IllegalArgumentException(
            "minimum of live members " + minimumLive + " is below 1");
      }
      opacities = List.copyOf(opacities);
    }

    /** These rules with another power of the mean. */
    public Rules withPower(double other) {
      return new Rules(other, coverageFloor, minimumLive, structure, opacities);
    }

    /** These rules with another floor of coverage. */
    public Rules withCoverageFloor(double other) {
      return new Rules(power, other, minimumLive, structure, opacities);
    }

    /** These rules with another least number of live members. */
    public Rules withMinimumLive(int other) {
      return new Rules(power, coverageFloor, other, structure, opacities);
    }

    /** These rules with a structural factor. */
    public Rules withStructure(@Nullable Structure other) {
      return new Rules(power, coverageFloor, minimumLive, other, opacities);
    }

    /** These rules with other opacities. */
    public Rules withOpacities(List<Opacity> other) {
      return new Rules(power, coverageFloor, minimumLive, structure, other);
    }
  }

  /**
   * The framework index as an input (method, section 5.3).
   *
   * @param id of the input that reads {@code I} in [0,1]
   * @param factor from {@code I} to {@code F}
   * @param uncertainty of {@code 100 I}, in points
   */
  public record Structure(String id, StructuralFactor factor, Uncertainty uncertainty) {}

  /**
   * Opacity as an input: it widens and never shifts (method, sections 2.7 and 5.6).
   *
   * @param id of the input that reads {@code Op} in [0,1]
   * @param points of standard deviation that whole opacity adds, 0 or more
   * @param uncertainty whose maximum age decides when a reading is too old
   */
  public record Opacity(String id, double points, Uncertainty uncertainty) {

    /** The 12 points of method, section 5.6. */
    public static final double DEFAULT_POINTS = 12;

    public Opacity {
      if (!(points >= 0 && points <= 100)) {
        throw new IllegalArgumentException("opacity of " + points + " points is not in [0,100]");
      }
    }
  }

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
    pillars = pillars.stream().sorted(Comparator.comparing(Pillar::id)).toList();
    requireAttributable(id, pillars.size(), rules.power());
    Set<String> seen = new HashSet<>();
    for (Pillar pillar : pillars) {
      requireNew(seen, "pillar " + pillar.id());
      pillar.members().forEach(member -> requireNew(seen, "indicator " + member.id()));
    }
    inputs(pillars, rules).forEach(input -> requireNew(seen, "input " + input));
  }

  /** Only geometric and arithmetic means of many pillars can be split exactly. */
  private static void requireAttributable(String id, int pillars, double power) {
    if (power != 0 && power != 1 && pillars > Shapley.MOST_PLAYERS) {
      throw new IllegalArgumentException(
          "model '"
              + id
              + "' has "
              + pillars
              + " pillars; with the power "
              + power
              + " of the mean it can have "
              + Shapley.MOST_PLAYERS
              + ", or take the power 0 or 1");
    }
  }

  /**
   * The ids of everything that the composite reads: members in their order, structure, opacities.
   */
  public List<String> inputs() {
    return inputs(pillars, rules);
  }

  /**
   * The same model with other weights.
   *
   * @param weights by the id of a pillar or of a member; what is not named keeps its weight
   * @throws IllegalArgumentException if a weight is not positive, no pillar or member has the id,
   *     or both have
   */
  public Model withWeights(Map<String, Double> weights) {
    requireOneMeaning(weights.keySet());
    Set<String> unknown = new HashSet<>(weights.keySet());
    List<Pillar> weighed = new ArrayList<>();
    for (Pillar pillar : pillars) {
      List<Member> members = new ArrayList<>();
      for (Member member : pillar.members()) {
        double weight = Optional.ofNullable(weights.get(member.id())).orElse(member.weight());
        members.add(new Member(member.id(), weight, member.scale(), member.uncertainty()));
        unknown.remove(member.id());
      }
      double weight = Optional.ofNullable(weights.get(pillar.id())).orElse(pillar.weight());
      weighed.add(new Pillar(pillar.id(), weight, members));
      unknown.remove(pillar.id());
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "model '"
              + id
              + "' has no pillar or indicator "
              + unknown.stream().sorted().toList()
              + " to weigh");
    }
    return new Model(id, version, hash, weighed, rules);
  }

  private void requireOneMeaning(Set<String> weighed) {
    for (Pillar pillar : pillars) {
      if (weighed.contains(pillar.id()) && inputs().contains(pillar.id())) {
        throw new IllegalArgumentException(
            "'"
                + pillar.id()
                + "' is a pillar and an indicator of model '"
                + id
                + "'; its weight could be either's");
      }
    }
  }

  private static List<String> inputs(List<Pillar> pillars, Rules rules) {
    List<String> ids = new ArrayList<>();
    pillars.forEach(pillar -> pillar.members().forEach(member -> ids.add(member.id())));
    if (rules.structure() != null) {
      ids.add(rules.structure().id());
    }
    rules.opacities().forEach(opacity -> ids.add(opacity.id()));
    return List.copyOf(ids);
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

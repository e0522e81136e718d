package org.muscat.diplomacy.chronicle;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The units of a deployment that have a weight in the force posture (method, section 4, P1). */
enum Asset {
  CARRIER_GROUP(1, 300),
  AMPHIBIOUS_GROUP(.5, 300),
  BOMBER_TASK_FORCE(.4, 120),
  GUIDED_MISSILE_SUBMARINE(.3, 60),
  AIR_DEFENCE_BATTALION(.2, 300);

  private static final Map<String, Asset> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Asset::word, Function.identity()));

  private final double weight;
  private final int longestStay;

  Asset(double weight, int longestStay) {
    this.weight = weight;
    this.longestStay = longestStay;
  }

  static Optional<Asset> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  static Set<String> words() {
    return BY_WORD.keySet();
  }

  String word() {
    return Words.of(this);
  }

  /** In carrier groups. */
  double weight() {
    return weight;
  }

  /** The days after which it counts no more when no end of its stay is known. */
  int longestStay() {
    return longestStay;
  }
}

package org.muscat.diplomacy.chronicle;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The units of a deployment that have a weight in the force posture (method, section 4, P1). */
enum Asset {
  CARRIER_GROUP(1),
  AMPHIBIOUS_GROUP(.5),
  BOMBER_TASK_FORCE(.4),
  GUIDED_MISSILE_SUBMARINE(.3),
  AIR_DEFENCE_BATTALION(.2);

  private static final Map<String, Asset> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Asset::word, Function.identity()));

  private final double weight;

  Asset(double weight) {
    this.weight = weight;
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
}

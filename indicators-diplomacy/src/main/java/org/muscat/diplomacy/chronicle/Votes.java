package org.muscat.diplomacy.chronicle;

import java.util.EnumMap;
import java.util.Map;

/** How much speaks for each state of talks. A little speaks for each to begin with. */
final class Votes {

  private final Map<TalksState, Double> byState = new EnumMap<>(TalksState.class);

  /** With a prior for each state, positive. */
  Votes(double prior) {
    for (TalksState state : TalksState.values()) {
      byState.put(state, prior);
    }
  }

  void add(TalksState state, double weight) {
    byState.merge(state, weight, Double::sum);
  }

  /** {@code H(p)/ln K}: 1 when nothing is known, near 0 when all speaks for one state. */
  double entropy() {
    double all = sum();
    double entropy = 0;
    for (double votes : byState.values()) {
      double share = votes / all;
      entropy -= share * Math.log(share);
    }
    // Rounding may leave the sum a little above the entropy of a uniform distribution.
    return Math.min(1, entropy / Math.log(byState.size()));
  }

  /** The state that most speaks for, or "unclear" if there is no such one. */
  String leader() {
    double most = byState.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    var leaders = byState.entrySet().stream().filter(entry -> entry.getValue() == most).toList();
    return leaders.size() == 1 ? Words.of(leaders.get(0).getKey()) : "unclear";
  }

  private double sum() {
    return byState.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}

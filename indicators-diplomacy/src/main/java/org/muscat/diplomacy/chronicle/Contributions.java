package org.muscat.diplomacy.chronicle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.muscat.spi.Event;

/** What some events add up to, and which of them add most. */
final class Contributions {

  private static final int NAMED = 3;

  /** What adds less would not show in three decimals, and explains nothing. */
  private static final double LEAST_NAMED = .0005;

  private record Contribution(String key, double amount) {}

  private final List<Contribution> all = new ArrayList<>();
  private double sum;

  /** Adds an event that contributes a positive amount; any other contributes nothing. */
  void add(Event event, double amount) {
    if (amount > 0) {
      all.add(new Contribution(event.key(), amount));
      sum += amount;
    }
  }

  double sum() {
    return sum;
  }

  /** The keys of the three that add most, the greatest first; "none" if nothing adds enough. */
  String leading() {
    String keys =
        all.stream()
            .filter(one -> one.amount() >= LEAST_NAMED)
            .sorted(
                Comparator.comparingDouble(Contribution::amount)
                    .reversed()
                    .thenComparing(Contribution::key))
            .limit(NAMED)
            .map(Contribution::key)
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "none" : keys;
  }
}

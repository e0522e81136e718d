package org.muscat.store;

import java.util.Set;

/**
 * What a delivery changed.
 *
 * @param stored observations that said something new
 * @param unchanged observations that repeated what was last known at their known-at
 * @param changedSeries the series of the stored ones
 */
public record Appended(int stored, int unchanged, Set<String> changedSeries) {

  public Appended {
    changedSeries = Set.copyOf(changedSeries);
  }
}

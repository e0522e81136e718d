package org.muscat.store;

import java.util.Comparator;
import java.util.List;

/**
 * Which source a series comes from when several know it: the first ranked, then the others by name.
 * Immutable.
 */
public final class SourceRanking {

  private final List<String> ranked;

  private SourceRanking(List<String> ranked) {
    this.ranked = ranked;
  }

  /** All sources by name. */
  public static SourceRanking byName() {
    return new SourceRanking(List.of());
  }

  /**
   * These sources first, in this order.
   *
   * @throws IllegalArgumentException if a source is named twice
   */
  public static SourceRanking of(List<String> sources) {
    for (String source : sources) {
      if (sources.indexOf(source) != sources.lastIndexOf(source)) {
        throw new IllegalArgumentException("source '" + source + "' is ranked twice: " + sources);
      }
    }
    return new SourceRanking(List.copyOf(sources));
  }

  /** Whether any source is ranked, or all go by name. */
  public boolean ranks() {
    return !ranked.isEmpty();
  }

  /** The order of sources, best first. */
  public Comparator<String> order() {
    return Comparator.comparingInt(this::rank).thenComparing(Comparator.naturalOrder());
  }

  private int rank(String source) {
    int rank = ranked.indexOf(source);
    return rank >= 0 ? rank : ranked.size();
  }

  @Override
  public String toString() {
    return ranked.toString();
  }
}

package org.muscat.engine.panel.sensitivity;

import java.util.List;

/**
 * How far an index rests on the choices behind it. The response is the mean absolute change of the
 * ranks of the units against those published.
 *
 * @param runs how many there were
 * @param composed how many of them were different and so composed
 * @param mean of the response: over all combinations, or over the samples A and B
 * @param variance of the response: over all combinations (n), or over the samples A and B (n - 1)
 * @param indices one for each factor
 * @param ranks one for each unit, over all combinations, or over the samples A and B
 */
public record Assessment(
    int runs,
    int composed,
    double mean,
    double variance,
    List<SobolIndex> indices,
    List<RankStatistics> ranks) {

  /** Copies the lists. */
  public Assessment {
    indices = List.copyOf(indices);
    ranks = List.copyOf(ranks);
  }
}

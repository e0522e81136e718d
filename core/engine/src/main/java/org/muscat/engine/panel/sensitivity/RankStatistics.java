package org.muscat.engine.panel.sensitivity;

/**
 * Where a unit may stand.
 *
 * @param nominal the rank as published, 1 for the highest index; NaN where the unit has no index
 * @param runs in how many runs it has an index; the other numbers are over these and NaN if there
 *     are none
 * @param mean of its ranks
 * @param median of its ranks
 * @param range between quantiles of type 7 of its ranks
 */
public record RankStatistics(
    String unit, double nominal, int runs, double mean, double median, Interval range) {}

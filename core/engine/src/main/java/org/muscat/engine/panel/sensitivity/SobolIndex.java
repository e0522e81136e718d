package org.muscat.engine.panel.sensitivity;

import org.jspecify.annotations.Nullable;

/**
 * How much of the variance of a response is owed to a factor (Sobol', Mathematical Modelling and
 * Computational Experiment 1, 1993). An exact index lies in [0,1], the total at or above the first;
 * an estimate may fall outside. All is NaN where the response does not vary.
 *
 * @param first the share that would go if the factor were known
 * @param total the share that would stay if all other factors were known
 * @param firstInterval the bootstrap interval of the first; null where it is exact or none was
 *     asked for
 * @param totalInterval the bootstrap interval of the total; null likewise
 */
public record SobolIndex(
    Factor factor,
    double first,
    double total,
    @Nullable Interval firstInterval,
    @Nullable Interval totalInterval) {}

package org.muscat.toolkit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A level and the baselines that were known when it was observed: neither has learnt from it.
 *
 * @param observedAt the point
 * @param level of the series there ({@link Cadence#level}), in its unit
 * @param baseline the gated baseline before the point, in the same unit
 * @param acceptedMedian the median of the last 730 accepted days up to 14 days before the point
 * @param acceptedDays how many days that median rests on; at least 730 when its window is full
 * @param frozenSince the first day (UTC) of the present freeze; null while the baseline learns
 */
public record GatedDay(
    Instant observedAt,
    double level,
    double baseline,
    double acceptedMedian,
    int acceptedDays,
    @Nullable LocalDate frozenSince) {

  /** Whether the gate kept the baseline from learning this point. */
  public boolean frozen() {
    return frozenSince != null;
  }
}

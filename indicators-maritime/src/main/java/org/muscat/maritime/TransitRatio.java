package org.muscat.maritime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.muscat.toolkit.GatedBaseline;
import org.muscat.toolkit.GatedDay;

/**
 * Transits of the week up to a day over what is usual: {@code q = max(mean7/b_gated, mean7/b_730)}
 * with the baselines known at that day (method, section 4, M1). The more forgiving of the two, so
 * that neither a baseline left behind by growth nor one that crept up makes a shortfall.
 */
record TransitRatio(GatedDay day) {

  double q() {
    return day.level() / Math.min(day.baseline(), day.acceptedMedian());
  }

  Instant observedAt() {
    return day.observedAt();
  }

  LocalDate date() {
    return LocalDate.ofInstant(observedAt(), ZoneOffset.UTC);
  }

  /** Why the baseline rests on less than it wants, if it does. */
  Optional<String> caveat() {
    return day.acceptedDays() >= GatedBaseline.WINDOW_DAYS
        ? Optional.empty()
        : Optional.of(
            "baseline rests on %d of %d accepted days"
                .formatted(day.acceptedDays(), GatedBaseline.WINDOW_DAYS));
  }
}

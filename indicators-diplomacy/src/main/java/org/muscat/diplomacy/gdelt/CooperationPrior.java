package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Inputs;
import org.muscat.spi.SeriesView;

/**
 * The usual share of cooperation of a dyad, {@code pi} of D2 of the method: of all events of the
 * two years before a window, those of cooperation. Immutable.
 *
 * @param share in [0,1]
 * @param days that it rests on, of {@link DailyCounts#BASELINE}
 */
record CooperationPrior(double share, int days) {

  /** The days under which there is no prior [choice]: a quarter of a year has some news. */
  static final int FEWEST_DAYS = 90;

  /** Events that the prior counts for (method, section 4, D2). */
  private static final double STRENGTH = 20;

  static Inputs inputs(Inputs inputs, Dyad dyad, String events, String cooperation, int window) {
    Duration lookBack = Duration.ofDays(DailyCounts.BASELINE + window + 2L);
    return inputs
        .with(dyad.dailySeries(events), lookBack)
        .with(dyad.dailySeries(cooperation), lookBack);
  }

  /**
   * The prior of a dyad.
   *
   * @param before the day that the window begins with, in days since 1970
   * @return empty if too few days are known, or no event on them
   */
  static Optional<CooperationPrior> of(
      SeriesView known, Dyad dyad, String events, String cooperation, long before) {
    DailyCounts all = DailyCounts.of(known, List.of(dyad), events);
    DailyCounts cooperative = DailyCounts.of(known, List.of(dyad), cooperation);
    long from = before - DailyCounts.BASELINE;
    int days = Math.min(all.days(from, before), cooperative.days(from, before));
    double sum = all.sum(from, before);
    return days < FEWEST_DAYS || sum <= 0
        ? Optional.empty()
        : Optional.of(new CooperationPrior(cooperative.sum(from, before) / sum, days));
  }

  /** {@code (n_c + 20 pi)/(n + 20)}. */
  double shrink(double cooperative, double events) {
    return (cooperative + STRENGTH * share) / (events + STRENGTH);
  }

  /** Why less than the whole of two years is known, if it is. */
  Optional<String> caveat() {
    return days < DailyCounts.BASELINE
        ? Optional.of("the usual share rests on " + days + " of " + DailyCounts.BASELINE + " days")
        : Optional.empty();
  }
}

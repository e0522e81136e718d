package org.muscat.toolkit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Series;

/**
 * A baseline that does not learn from the crisis it measures (method, section 3): {@code b_t =
 * b_(t-1) + (1 - 2^(-dt/h)) (x_t - b_(t-1))} only while the level stays within [0.75, 1.35] of
 * {@code b_(t-1)}, else frozen. It starts from the median of the first 90 days, and is paired with
 * the median of the last 730 accepted days, shifted 14 days.
 *
 * <p>A point without a level (fewer than five of its seven days observed) is not learnt and neither
 * starts nor ends a freeze. A baseline that is not positive stays frozen. Immutable; a fold over
 * the whole series, so give it the series from its start.
 */
public final class GatedBaseline {

  /** How far below and above the baseline a level may lie and still be learnt. */
  public static final double LOWEST_RATIO = 0.75;

  /** See {@link #LOWEST_RATIO}. */
  public static final double HIGHEST_RATIO = 1.35;

  /** The days whose median starts the baseline; they count as accepted. */
  public static final int SEED_DAYS = 90;

  /** The accepted days in a full window. */
  public static final int WINDOW_DAYS = 730;

  private final List<GatedDay> days;

  private GatedBaseline(List<GatedDay> days) {
    this.days = days;
  }

  /**
   * Folds a series.
   *
   * @param series positive values from the first known on, at the given cadence
   * @param halfLife of the baseline, positive
   * @throws IllegalArgumentException if the half-life is not positive or two points share a UTC day
   */
  public static GatedBaseline of(Series series, Cadence cadence, Duration halfLife) {
    if (halfLife.isZero() || halfLife.isNegative()) {
      throw new IllegalArgumentException("half-life " + halfLife + " is not positive");
    }
    requireOnePointADay(series);
    int seed = cadence.points(SEED_DAYS);
    if (series.size() <= seed) {
      return new GatedBaseline(List.of());
    }
    Fold fold = new Fold(series, cadence, halfLife, seed);
    for (int i = seed; i < series.size(); i++) {
      fold.step(i);
    }
    return new GatedBaseline(List.copyOf(fold.days));
  }

  /** The points after the first 90 days that have a level, oldest first. */
  public List<GatedDay> days() {
    return days;
  }

  private static void requireOnePointADay(Series series) {
    for (int i = 1; i < series.size(); i++) {
      if (series.epochDay(i) == series.epochDay(i - 1)) {
        throw new IllegalArgumentException(
            "'" + series.name() + "' has two points on the day of " + series.time(i));
      }
    }
  }

  private static final class Fold {

    private final Series series;
    private final Cadence cadence;
    private final double halfLifeMillis;
    private final AcceptedWindow accepted;
    private final List<GatedDay> days = new ArrayList<>();
    private double baseline;
    private @Nullable LocalDate frozenSince;

    Fold(Series series, Cadence cadence, Duration halfLife, int seed) {
      this.series = series;
      this.cadence = cadence;
      this.halfLifeMillis = halfLife.toMillis();
      this.accepted = new AcceptedWindow(cadence.points(WINDOW_DAYS));
      double[] first = new double[seed];
      for (int i = 0; i < seed; i++) {
        first[i] = series.value(i);
        accepted.accept(series.millis(i), first[i]);
      }
      this.baseline = Quantiles.median(first);
    }

    void step(int index) {
      accepted.advanceTo(series.millis(index));
      if (accepted.size() == 0) {
        return;
      }
      cadence.level(series, index).ifPresent(level -> step(index, level));
    }

    private void step(int index, double level) {
      boolean learns = learns(level / baseline);
      if (learns) {
        frozenSince = null;
      } else if (frozenSince == null) {
        frozenSince = LocalDate.ofEpochDay(series.epochDay(index));
      }
      days.add(
          new GatedDay(
              series.time(index),
              level,
              baseline,
              accepted.median(),
              accepted.size() * cadence.days(),
              frozenSince));
      if (learns) {
        accepted.accept(series.millis(index), series.value(index));
        double elapsed = series.millis(index) - series.millis(index - 1);
        double weight = 1 - Math.pow(2, -elapsed / halfLifeMillis);
        baseline += weight * (series.value(index) - baseline);
      }
    }

    private boolean learns(double ratio) {
      return baseline > 0 && ratio >= LOWEST_RATIO && ratio <= HIGHEST_RATIO;
    }
  }
}

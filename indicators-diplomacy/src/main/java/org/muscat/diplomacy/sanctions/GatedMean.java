package org.muscat.diplomacy.sanctions;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The mean of counts that does not learn from the crisis it measures (method, section 2, rule 4),
 * and the score {@code (N - mu)/sqrt(mu)} against it. A count is accepted while its own |z| lies
 * inside the gate, the first ones as they come. Fed day by day, oldest first; for one thread.
 */
final class GatedMean {

  /** Accepted days that are kept: two years, as of the baselines of section 3. */
  static final int CAPACITY = 730;

  private static final double GATE = 3;

  /** One count, below which the spread of counts is not taken. */
  private static final double SMALLEST_SPREAD = 1;

  private final int ungated;
  private final Deque<Double> accepted = new ArrayDeque<>();
  private double sum;
  private @Nullable LocalDate frozenSince;

  /**
   * An empty baseline.
   *
   * @param ungated how many counts are accepted before the gate closes
   */
  GatedMean(int ungated) {
    this.ungated = ungated;
  }

  int size() {
    return accepted.size();
  }

  /** {@code mu}; only with at least one accepted count. */
  double mean() {
    return sum / accepted.size();
  }

  /** The score; only with at least one accepted count. */
  double score(double count) {
    return (count - mean()) / Math.sqrt(Math.max(mean(), SMALLEST_SPREAD));
  }

  /** Accepts the count of a day, or not. */
  void offer(LocalDate day, double count) {
    if (accepted.size() >= ungated && Math.abs(score(count)) > GATE) {
      frozenSince = frozenSince == null ? day : frozenSince;
      return;
    }
    frozenSince = null;
    accepted.addLast(count);
    sum += count; // exact, of whole numbers
    if (accepted.size() > CAPACITY) {
      sum -= accepted.removeFirst();
    }
  }

  /** The first day of the present freeze; null while it learns. */
  @Nullable LocalDate frozenSince() {
    return frozenSince;
  }
}

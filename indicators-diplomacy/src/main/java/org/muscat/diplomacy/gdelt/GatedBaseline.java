package org.muscat.diplomacy.gdelt;

import java.util.OptionalDouble;

/**
 * A robust standard score against a baseline that does not learn from the crisis it measures
 * (method, section 2, rule 4): {@code z = (x - median)/(1.4826 MAD)} over the last accepted values,
 * and a value is accepted only while its own z lies inside the gate.
 *
 * <p>The first values are accepted as they come, because there is nothing yet to judge them by.
 * While values stay outside the gate the baseline is frozen; it thaws when they come back. Without
 * any spread in the baseline there is no score, and only its own median is accepted.
 */
final class GatedBaseline {

  /** Makes the MAD of a normal sample its standard deviation. */
  static final double NORMAL_CONSISTENCY = 1.4826;

  private final RobustWindow accepted;
  private final int ungated;
  private final double gate;
  private boolean frozen;
  private long frozenSince;

  /**
   * An empty baseline.
   *
   * @param capacity how many accepted values it keeps
   * @param ungated how many values are accepted before the gate closes
   * @param gate the largest |z| that is accepted
   */
  GatedBaseline(int capacity, int ungated, double gate) {
    this.accepted = new RobustWindow(capacity);
    this.ungated = ungated;
    this.gate = gate;
  }

  int size() {
    return accepted.size();
  }

  /** The score of a value against what was accepted so far; empty without any spread. */
  OptionalDouble score(double value) {
    double spread = NORMAL_CONSISTENCY * accepted.medianAbsoluteDeviation();
    return spread > 0
        ? OptionalDouble.of((value - accepted.median()) / spread)
        : OptionalDouble.empty();
  }

  /** Accepts the value of a moment into the baseline, or not. */
  void offer(long moment, double value) {
    if (accepted.size() < ungated || isInside(value)) {
      accepted.add(value);
      frozen = false;
    } else if (!frozen) {
      frozen = true;
      frozenSince = moment;
    }
  }

  private boolean isInside(double value) {
    OptionalDouble z = score(value);
    return z.isPresent() ? Math.abs(z.getAsDouble()) <= gate : value == accepted.median();
  }

  boolean isFrozen() {
    return frozen;
  }

  /** The first moment of the present freeze. */
  long frozenSince() {
    return frozenSince;
  }
}

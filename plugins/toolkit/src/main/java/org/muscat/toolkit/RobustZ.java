package org.muscat.toolkit;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The gated robust standard score of the method, section 3: {@code z = (x - median_W)/(1.4826
 * MAD_W)}, clipped to +-4, W = the last accepted values. W does not learn from the crisis that it
 * measures (section 2, rule 4): a value is accepted only while its own |z| lies inside the gate.
 *
 * <p>The first values are accepted as they come, because there is nothing yet to judge them by.
 * While values stay outside the gate the window is frozen; it thaws when they come back. Without
 * any spread in the window there is no score, and only its own median is accepted.
 *
 * <p>A fold that is fed value by value, oldest first; for one thread.
 */
public final class RobustZ {

  /** Scores are clipped to this on either side. */
  public static final double LIMIT = 4;

  /** Makes the MAD of a normal sample its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  private final SortedWindow accepted;
  private final int ungated;
  private final double gate;
  private @Nullable LocalDate frozenSince;

  /**
   * An empty window.
   *
   * @param capacity how many accepted values it keeps
   * @param ungated how many values are accepted before the gate closes, from 1 to the capacity
   * @param gate the largest |z| that is accepted, below {@link #LIMIT}
   * @throws IllegalArgumentException if a number lies outside
   */
  public RobustZ(int capacity, int ungated, double gate) {
    if (ungated < 1 || ungated > capacity) {
      throw new IllegalArgumentException(
          "ungated " + ungated + " is not between 1 and the capacity " + capacity);
    }
    if (!(gate > 0 && gate < LIMIT)) {
      throw new IllegalArgumentException("gate " + gate + " is not between 0 and " + LIMIT);
    }
    this.accepted = new SortedWindow(capacity);
    this.ungated = ungated;
    this.gate = gate;
  }

  private RobustZ(RobustZ other) {
    this.accepted = other.accepted.copy();
    this.ungated = other.ungated;
    this.gate = other.gate;
    this.frozenSince = other.frozenSince;
  }

  /** A fold that goes on from here by itself. */
  public RobustZ copy() {
    return new RobustZ(this);
  }

  /** How many accepted values there are, at most the capacity. */
  public int size() {
    return accepted.size();
  }

  /**
   * The score of a value against what was accepted so far, in [-4,4].
   *
   * @param x in the unit of the window, finite
   * @return empty if nothing was accepted, or if more than half of it is one value, so that its MAD
   *     is 0
   */
  public OptionalDouble score(double x) {
    double deviation = accepted.size() == 0 ? 0 : MAD_TO_SD * accepted.mad();
    if (deviation == 0) {
      return OptionalDouble.empty();
    }
    double z = (x - accepted.median()) / deviation;
    return OptionalDouble.of(Math.max(-LIMIT, Math.min(LIMIT, z)));
  }

  /** Accepts the value of a day (UTC) into the window, or not. */
  public void offer(LocalDate day, double x) {
    if (accepted.size() < ungated || isInside(x)) {
      accepted.add(x);
      frozenSince = null;
    } else if (frozenSince == null) {
      frozenSince = day;
    }
  }

  /** The first day of the present freeze; null while the window learns. */
  public @Nullable LocalDate frozenSince() {
    return frozenSince;
  }

  private boolean isInside(double x) {
    OptionalDouble z = score(x);
    return z.isPresent() ? Math.abs(z.getAsDouble()) <= gate : x == accepted.median();
  }
}

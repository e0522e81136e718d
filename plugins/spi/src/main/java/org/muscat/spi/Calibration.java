package org.muscat.spi;

import java.time.LocalDate;

/**
 * Where the default scale of an indicator comes from, so that it can be computed again and compared
 * (method, section 3: anchors are versioned figures from a window that ends before the period that
 * is judged).
 *
 * @param version of the figures, from 1; a change of an anchor is a new version
 * @param origin how the anchors were found
 * @param from the first observed day of the window
 * @param to the last observed day of the window
 */
public record Calibration(int version, Origin origin, LocalDate from, LocalDate to) {

  /** How anchors were found. */
  public enum Origin {
    /** The calm and the stressed anchor are percentiles of the readings in the window. */
    PERCENTILES,
    /** A choice of whoever wrote the indicator; only the deviation of the risk was computed. */
    CHOICE
  }

  /** The probability of the calm anchor among the readings of the window. */
  public static final double CALM = 0.10;

  /** The probability of the stressed anchor among the readings of the window. */
  public static final double STRESSED = 0.90;

  public Calibration {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version + " of a calibration is below 1");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "the window of a calibration ends on " + to + ", not after its first day " + from);
    }
  }
}

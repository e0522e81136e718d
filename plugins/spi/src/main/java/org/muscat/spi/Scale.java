package org.muscat.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a reading in natural units becomes risk in [0,100], 100 being least stable (method, section
 * 3). This is the declaration; the arithmetic and its inverse are the engine's. Immutable.
 *
 * <p>Logistic and linear scales are given by two anchors. The value at the calm anchor may be
 * larger than the one at the stressed anchor: then risk falls as the reading rises.
 */
public final class Scale {

  /** The curve between the anchors. */
  public enum Shape {
    /** Logistic in the reading; risk 10 at the calm anchor, 90 at the stressed one. */
    LOGISTIC,
    /** Logistic in the natural logarithm of a positive reading; risk 10 and 90 at the anchors. */
    LOG_LOGISTIC,
    /** Straight between two given risks, clipped outside the anchors. */
    LINEAR,
    /** {@code 100 Phi(z)} of a reading that is a standard score, clipped to +-4. */
    NORMAL
  }

  private final Shape shape;
  private final double calm;
  private final double stressed;
  private final double calmRisk;
  private final double stressedRisk;

  private Scale(Shape shape, double calm, double stressed, double calmRisk, double stressedRisk) {
    this.shape = shape;
    this.calm = calm;
    this.stressed = stressed;
    this.calmRisk = calmRisk;
    this.stressedRisk = stressedRisk;
    if (!Double.isFinite(calm) || !Double.isFinite(stressed) || calm == stressed) {
      throw new IllegalArgumentException(
          "anchors " + calm + " and " + stressed + " must be finite and differ");
    }
    if (shape == Shape.LOG_LOGISTIC && (calm <= 0 || stressed <= 0)) {
      throw new IllegalArgumentException(
          "anchors " + calm + " and " + stressed + " of a log scale must be positive");
    }
    if (!(0 <= calmRisk && calmRisk < stressedRisk && stressedRisk <= 100)) {
      throw new IllegalArgumentException(
          "risks " + calmRisk + " and " + stressedRisk + " must rise inside [0,100]");
    }
  }

  /**
   * The anchored logistic scale.
   *
   * @param calm the reading with risk 10
   * @param stressed the reading with risk 90
   * @throws IllegalArgumentException if an anchor is not finite or both are equal
   */
  public static Scale logistic(double calm, double stressed) {
    return new Scale(Shape.LOGISTIC, calm, stressed, 10, 90);
  }

  /** The anchored logistic scale in the logarithm of a positive reading. */
  public static Scale logLogistic(double calm, double stressed) {
    return new Scale(Shape.LOG_LOGISTIC, calm, stressed, 10, 90);
  }

  /** A straight line from one point (reading, risk) to another, flat outside. */
  public static Scale linear(double calm, double calmRisk, double stressed, double stressedRisk) {
    return new Scale(Shape.LINEAR, calm, stressed, calmRisk, stressedRisk);
  }

  /** For a reading that is a standard score: 0 is risk 50, more is worse. */
  public static Scale normal() {
    return new Scale(Shape.NORMAL, -4, 4, 0, 100);
  }

  public Shape shape() {
    return shape;
  }

  /** The reading at the calm anchor, in the indicator's unit. */
  public double calm() {
    return calm;
  }

  /** The reading at the stressed anchor, in the indicator's unit. */
  public double stressed() {
    return stressed;
  }

  /** The risk at the calm anchor. */
  public double calmRisk() {
    return calmRisk;
  }

  /** The risk at the stressed anchor. */
  public double stressedRisk() {
    return stressedRisk;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scale that
        && shape == that.shape
        && calm == that.calm
        && stressed == that.stressed
        && calmRisk == that.calmRisk
        && stressedRisk == that.stressedRisk;
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, calm, stressed, calmRisk, stressedRisk);
  }

  @Override
  public String toString() {
    return switch (shape) {
      case NORMAL -> "normal";
      case LINEAR ->
          "linear from "
              + calm
              + " (risk "
              + calmRisk
              + ") to "
              + stressed
              + " (risk "
              + stressedRisk
              + ")";
      case LOGISTIC -> "logistic from " + calm + " to " + stressed;
      case LOG_LOGISTIC -> "logistic in ln from " + calm + " to " + stressed;
    };
  }
}

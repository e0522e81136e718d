package org.muscat.engine.panel.prepare;

import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.Sample;
import org.muscat.engine.panel.prepare.Treated.Mark;
import org.muscat.engine.panel.prepare.Treated.Report;

/**
 * Tames outliers. A column whose skewness and kurtosis are both beyond their limits is winsorised:
 * point by point, the most extreme value on the side of the skew takes the value of the next one,
 * until the test passes. If it does not pass with the points allowed, or only by making the column
 * a constant, the column as it came is replaced by its logarithm instead.
 *
 * @param maxWinsorised how many points of a column may be winsorised at most
 * @param skewnessLimit of the absolute skewness, positive
 * @param kurtosisLimit of the kurtosis, positive
 */
public record Treatment(int maxWinsorised, double skewnessLimit, double kurtosisLimit) {

  /** The customary limits: |skewness| 2 and kurtosis 3.5. */
  public static final Treatment CUSTOMARY = new Treatment(5, 2, 3.5);

  /** The share of the range that keeps the logarithm away from zero. */
  private static final double LOG_OFFSET = 0.01;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public Treatment {
    if (maxWinsorised < 0) {
      throw new IllegalArgumentException("cannot winsorise " + maxWinsorised + " points");
    }
    if (!(skewnessLimit > 0 && kurtosisLimit > 0)) {
      throw new IllegalArgumentException(
          "the limits of skewness and kurtosis are "
              + skewnessLimit
              + " and "
              + kurtosisLimit
              + ", not positive");
    }
  }

  /** Treats the columns that need it; missing values stay missing. */
  public Treated apply(Panel panel) {
    List<Report> reports = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Panel treated =
        panel.mapColumns(
            (column, values) -> {
              Column result = treat(values);
              reports.add(result.report(column));
              result.mark(column, panel.units(), marks);
              return result.after();
            });
    return new Treated(treated, reports, marks);
  }

  private Column treat(double[] values) {
    Sample sample = Sample.of(values);
    Shape before = Shape.of(sample);
    if (!outlying(before)) {
      return Column.untouched(values, before);
    }
    Winsorising winsorising = new Winsorising(sample);
    Shape shape = before;
    while (outlying(shape) && winsorising.points() < maxWinsorised && winsorising.step(shape)) {
      shape = winsorising.shape();
    }
    if (!outlying(shape) && shape.defined()) {
      return Column.winsorised(values, before, winsorising.values(values), shape);
    }
    return Column.logarithm(values, before, logarithm(values, before.skewness()), shape);
  }

  private boolean outlying(Shape shape) {
    return shape.outlying(skewnessLimit, kurtosisLimit);
  }

  /**
   * {@code ln(x - min + 0.01 (max - min))} where the skew is positive; where it is negative the
   * mirror image of it, {@code -ln(max - x + 0.01 (max - min))}. Both keep the order.
   */
  static double[] logarithm(double[] values, double skewness) {
    double sign = skewness < 0 ? -1 : 1;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        least = Math.min(least, sign * value);
        greatest = Math.max(greatest, sign * value);
      }
    }
    double[] logarithms = new double[values.length];
    for (int u = 0; u < values.length; u++) {
      double distance = sign * values[u] - least + LOG_OFFSET * (greatest - least);
      logarithms[u] = sign * Math.log(distance);
    }
    return logarithms;
  }
}

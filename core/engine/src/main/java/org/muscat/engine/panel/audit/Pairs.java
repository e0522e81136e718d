package org.muscat.engine.panel.audit;

import java.util.stream.IntStream;
import org.muscat.engine.panel.Samples;

/** Two columns over the units that have both values. */
final class Pairs {

  private final double[] x;
  private final double[] y;

  Pairs(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  static Pairs complete(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "cannot pair columns of " + x.length + " and " + y.length + " values");
    }
    int[] both =
        IntStream.range(0, x.length)
            .filter(u -> !Double.isNaN(x[u]) && !Double.isNaN(y[u]))
            .toArray();
    return new Pairs(
        IntStream.of(both).mapToDouble(u -> x[u]).toArray(),
        IntStream.of(both).mapToDouble(u -> y[u]).toArray());
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  /** With n - 1; NaN below two pairs. */
  double covariance() {
    return x.length < 2 ? Double.NaN : products(x, y) / (x.length - 1);
  }

  double pearson() {
    return products(x, y) / Math.sqrt(products(x, x)) / Math.sqrt(products(y, y));
  }

  double tauB() {
    double balance = 0;
    double inX = 0;
    double inY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double a = Math.signum(x[i] - x[j]);
        double b = Math.signum(y[i] - y[j]);
        balance += a * b;
        inX += a * a;
        inY += b * b;
      }
    }
    return balance / (Math.sqrt(inX) * Math.sqrt(inY));
  }

  private static double products(double[] a, double[] b) {
    double meanA = Samples.mean(a);
    double meanB = Samples.mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }
}

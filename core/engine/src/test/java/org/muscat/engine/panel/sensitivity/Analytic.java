package org.muscat.engine.panel.sensitivity;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function of which mean, variance and indices are known in closed form.
 *
 * @param name as in the names of the golden files
 * @param function of numbers in [0,1]
 * @param first the first-order indices
 * @param total the total indices
 */
record Analytic(
    String name,
    ToDoubleFunction<double[]> function,
    double mean,
    double variance,
    List<Double> first,
    List<Double> total) {

  static final List<Analytic> ALL = List.of(linear(), gFunction(), ishigami(), geometricMean());

  static Analytic named(String name) {
    return ALL.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
  }

  List<Factor> factors() {
    return IntStream.rangeClosed(1, first.size()).mapToObj(i -> Factor.number("x" + i)).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /** {@code sum c x}: no interaction, and a mean that is large against the spread. */
  private static Analytic linear() {
    double[] c = {4, 2, 1, 0.5};
    double[] parts = new double[4];
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < 4; i++) {
      mean += c[i] / 2;
      variance += c[i] * c[i] / 12;
    }
    for (int i = 0; i < 4; i++) {
      parts[i] = c[i] * c[i] / 12 / variance;
    }
    return new Analytic(
        "linear4",
        x -> c[0] * x[0] + c[1] * x[1] + c[2] * x[2] + c[3] * x[3],
        mean,
        variance,
        list(parts),
        list(parts));
  }

  /** The g-function of Sobol': {@code prod (|4x - 2| + a) / (1 + a)}. */
  private static Analytic gFunction() {
    double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
    double[] ones = new double[8];
    double[] spreads = new double[8];
    for (int i = 0; i < 8; i++) {
      ones[i] = 1;
      spreads[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
    }
    return product(
        "sobol_g8",
        x -> {
          double y = 1;
          for (int i = 0; i < 8; i++) {
            y *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
          }
          return y;
        },
        ones,
        spreads);
  }

  /** A geometric mean of three scores from 1 to 100 with the weights .5, .3 and .2. */
  private static Analytic geometricMean() {
    double[] w = {0.5, 0.3, 0.2};
    double[] means = new double[3];
    double[] spreads = new double[3];
    for (int i = 0; i < 3; i++) {
      means[i] = (Math.pow(100, w[i] + 1) - 1) / ((w[i] + 1) * 99);
      double square = (Math.pow(100, 2 * w[i] + 1) - 1) / ((2 * w[i] + 1) * 99);
      spreads[i] = square / (means[i] * means[i]) - 1;
    }
    return product(
        "geomean3",
        x -> {
          double logarithm = 0;
          for (int i = 0; i < 3; i++) {
            logarithm += w[i] * Math.log(1 + 99 * x[i]);
          }
          return Math.exp(logarithm);
        },
        means,
        spreads);
  }

  /** {@code sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1} on [-pi, pi]: x3 acts by interaction alone. */
  private static Analytic ishigami() {
    double pi4 = Math.pow(Math.PI, 4);
    double one = Math.pow(1 + 0.1 * pi4 / 5, 2) / 2;
    double two = 49.0 / 8;
    double both = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
    double variance = one + two + both;
    return new Analytic(
        "ishigami",
        x -> {
          double sine = Math.sin(angle(x[0]));
          double other = Math.sin(angle(x[1]));
          return sine + 7 * other * other + 0.1 * Math.pow(angle(x[2]), 4) * sine;
        },
        3.5,
        variance,
        List.of(one / variance, two / variance, 0.0),
        List.of((one + both) / variance, two / variance, both / variance));
  }

  private static double angle(double u) {
    return Math.PI * (2 * u - 1);
  }

  /** A product of independent factors with these means and squared coefficients of variation. */
  private static Analytic product(
      String name, ToDoubleFunction<double[]> function, double[] means, double[] spreads) {
    double mean = 1;
    double all = 1;
    for (int i = 0; i < means.length; i++) {
      mean *= means[i];
      all *= 1 + spreads[i];
    }
    double[] first = new double[means.length];
    double[] total = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      first[i] = spreads[i] / (all - 1);
      total[i] = spreads[i] * all / (1 + spreads[i]) / (all - 1);
    }
    return new Analytic(name, function, mean, mean * mean * (all - 1), list(first), list(total));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}

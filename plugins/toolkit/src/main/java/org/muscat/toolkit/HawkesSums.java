package org.muscat.toolkit;

/**
 * The log-likelihood {@code sum ln l(t_i) - (mu T - a sum m_i (e^(-b (T - t_i)) - 1))} of a {@link
 * Hawkes} process and its derivatives, in one pass (Ogata, 1981; Ozaki, 1979). With the age {@code
 * u} of each earlier thing, the sums {@code A = sum m e^(-bu)}, {@code B = sum u m e^(-bu)} and
 * {@code C = sum u^2 m e^(-bu)} go from one moment to the next by a recursion.
 */
final class HawkesSums {

  private final Hawkes model;
  private double logLikelihood;
  private final double[] gradient = new double[3];
  private final double[][] information = new double[3][3];
  private double zeroth;
  private double first;
  private double second;

  private HawkesSums(Hawkes model) {
    this.model = model;
  }

  static HawkesSums of(Hawkes model, MarkedTimes times) {
    HawkesSums sums = new HawkesSums(model);
    double now = 0;
    double ofThisMoment = 0;
    for (int i = 0; i < times.size(); i++) {
      if (times.time(i) > now) {
        sums.zeroth += ofThisMoment;
        ofThisMoment = 0;
        sums.age(times.time(i) - now);
        now = times.time(i);
      }
      sums.happened();
      sums.expected(times.mark(i), times.end() - times.time(i));
      ofThisMoment += times.mark(i);
    }
    sums.logLikelihood -= model.mu() * times.end();
    sums.gradient[0] -= times.end();
    return sums;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  double[] gradient() {
    return gradient;
  }

  double[][] information() {
    information[1][0] = information[0][1];
    information[2][0] = information[0][2];
    information[2][1] = information[1][2];
    return information;
  }

  private void age(double days) {
    double left = Math.exp(-model.b() * days);
    second = left * (second + 2 * days * first + days * days * zeroth);
    first = left * (first + days * zeroth);
    zeroth *= left;
  }

  /** The terms of the logarithm of the intensity where a thing happened. */
  private void happened() {
    double a = model.a();
    double b = model.b();
    double intensity = model.mu() + a * b * zeroth;
    double byA = b * zeroth;
    double byB = a * (zeroth - b * first);
    logLikelihood += Math.log(intensity);
    gradient[0] += 1 / intensity;
    gradient[1] += byA / intensity;
    gradient[2] += byB / intensity;
    double square = intensity * intensity;
    information[0][0] += 1 / square;
    information[0][1] += byA / square;
    information[0][2] += byB / square;
    information[1][1] += byA * byA / square;
    information[1][2] += byA * byB / square - (zeroth - b * first) / intensity;
    information[2][2] += byB * byB / square - a * (b * second - 2 * first) / intensity;
  }

  /** The terms of what a thing lets expect up to the end of the window. */
  private void expected(double mark, double days) {
    double left = mark * Math.exp(-model.b() * days);
    double gone = -mark * Math.expm1(-model.b() * days);
    logLikelihood -= model.a() * gone;
    gradient[1] -= gone;
    gradient[2] -= model.a() * days * left;
    information[1][2] += days * left;
    information[2][2] -= model.a() * days * days * left;
  }
}

package org.muscat.engine.margin;

import java.util.List;

/**
 * Whether the touch probabilities of a model came true over its replayed history (method, section
 * 7). The calibration error is the mean, over ten equal bins of the forecast weighted by how many
 * forecasts they hold, of {@code |mean forecast - frequency|}.
 *
 * @param calibrationError in [0,1]
 * @param forecasts how many there were
 */
public record ReliabilityTest(double calibrationError, int forecasts) {

  /** The largest calibration error that passes. */
  public static final double LARGEST_ERROR = 0.05;

  /** Fewer forecasts prove nothing. */
  public static final int LEAST_FORECASTS = 100;

  private static final int BINS = 10;

  /**
   * A forecast and what came of it. It must be out of sample: made by a model that was frozen
   * before the moment of the forecast.
   *
   * @param probability of touching the threshold within the horizon, in [0,1]
   * @param touched whether the index did
   */
  public record Forecast(double probability, boolean touched) {

    public Forecast {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("forecast " + probability + " is not in [0,1]");
      }
    }
  }

  public ReliabilityTest {
    if (!(calibrationError >= 0 && calibrationError <= 1) || forecasts < 0) {
      throw new IllegalArgumentException(
          "calibration error "
              + calibrationError
              + " of "
              + forecasts
              + " forecasts is not in"
              + " [0,1]");
    }
  }

  /** Tests forecasts; the order of them does not matter. */
  public static ReliabilityTest of(List<Forecast> forecasts) {
    double[] surplus = new double[BINS];
    for (Forecast forecast : forecasts) {
      int bin = Math.min(BINS - 1, (int) (BINS * forecast.probability()));
      surplus[bin] += forecast.probability() - (forecast.touched() ? 1 : 0);
    }
    double sum = 0;
    for (double ofBin : surplus) {
      sum += Math.abs(ofBin);
    }
    return new ReliabilityTest(forecasts.isEmpty() ? 0 : sum / forecasts.size(), forecasts.size());
  }

  /** Whether probabilities of the model may be published. */
  public boolean isPassed() {
    return forecasts >= LEAST_FORECASTS && calibrationError <= LARGEST_ERROR;
  }
}

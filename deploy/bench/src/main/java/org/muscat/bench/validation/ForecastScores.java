package org.muscat.bench.validation;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muscat.bench.validation.VolatilityForecast.Origin;

/**
 * How much less wrong one forecast was than another: the share of its mean squared error, in the
 * level and in the logarithm, with 90 % intervals of a bootstrap of blocks of 60 origins.
 */
final class ForecastScores {

  private static final int BLOCK = 60;
  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_250_630;

  /** No volatility of ten days is below it; a linear forecast may be. */
  private static final double FLOOR = 1;

  private static final Map<String, List<String>> SPANS = new LinkedHashMap<>();

  static {
    SPANS.put("all", List.of("1900-01-01T00:00:00Z", "2100-01-01T00:00:00Z"));
    SPANS.put("to 2018", List.of("1900-01-01T00:00:00Z", "2019-01-01T00:00:00Z"));
    SPANS.put("2019 to 2022", List.of("2019-01-01T00:00:00Z", "2023-01-01T00:00:00Z"));
    SPANS.put("2023 to 2025-06", List.of("2023-01-01T00:00:00Z", "2025-07-01T00:00:00Z"));
  }

  private final List<Origin> origins;
  private final Map<String, double[]> forecasts;
  private final int first;

  /**
   * Scores.
   *
   * @param first the first origin that is scored
   */
  ForecastScores(List<Origin> origins, Map<String, double[]> forecasts, int first) {
    this.origins = origins;
    this.forecasts = forecasts;
    this.first = first;
  }

  void print() {
    System.out.println();
    System.out.println("| span | origins | forecast | against | less error | less error, logs |");
    System.out.println("|---|---|---|---|---|---|");
    for (Map.Entry<String, List<String>> span : SPANS.entrySet()) {
      int[] chosen = chosen(span.getValue());
      for (String name : forecasts.keySet()) {
        if (!name.equals("HAR")) {
          print(span.getKey(), chosen, name, "HAR");
        }
      }
      print(span.getKey(), chosen, "HAR+OVX+pillar", "HAR+OVX");
    }
  }

  private void print(String span, int[] chosen, String name, String against) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s |%n",
        span,
        chosen.length,
        name,
        against,
        gain(chosen, errors(name, false), errors(against, false)),
        gain(chosen, errors(name, true), errors(against, true)));
  }

  private int[] chosen(List<String> span) {
    Instant from = Instant.parse(span.get(0));
    Instant to = Instant.parse(span.get(1));
    return IntStream.range(first, origins.size())
        .filter(i -> !origins.get(i).day().isBefore(from) && origins.get(i).day().isBefore(to))
        .toArray();
  }

  /** Squared, by origin. */
  private double[] errors(String name, boolean logs) {
    double[] forecast = Objects.requireNonNull(forecasts.get(name), name);
    double[] errors = new double[forecast.length];
    for (int i = first; i < forecast.length; i++) {
      double said = Math.max(FLOOR, forecast[i]);
      double came = Math.max(FLOOR, origins.get(i).target());
      double error = logs ? Math.log(said / came) : said - came;
      errors[i] = error * error;
    }
    return errors;
  }

  /** Such as {@code +14.2 % [+8.1, +19.0]}. */
  static String gain(int[] chosen, double[] errors, double[] others) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] gains = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      double other = 0;
      for (int taken = 0; taken < chosen.length; taken += BLOCK) {
        int start = random.nextInt(Math.max(1, chosen.length - BLOCK + 1));
        for (int i = start; i < Math.min(start + BLOCK, chosen.length); i++) {
          sum += errors[chosen[i]];
          other += others[chosen[i]];
        }
      }
      gains[r] = 100 * (1 - sum / other);
    }
    Arrays.sort(gains);
    double sum = Arrays.stream(chosen).mapToDouble(i -> errors[i]).sum();
    double other = Arrays.stream(chosen).mapToDouble(i -> others[i]).sum();
    return String.format(
        Locale.ROOT,
        "%+.1f %% [%+.1f, %+.1f]",
        100 * (1 - sum / other),
        gains[(int) (0.05 * RESAMPLES)],
        gains[(int) (0.95 * RESAMPLES)]);
  }
}

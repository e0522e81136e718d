package org.muscat.energy;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.toolkit.Returns;

/**
 * E3, realised volatility of a daily price: {@code 100 sqrt(252 mean r^2)} over the last returns
 * from one observed day to the next, in % p.a.
 */
final class RealisedVolatility implements IndicatorProvider<RealisedVolatilityConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofPrices(
        "realised-volatility",
        "Realised volatility of the oil price",
        "% p.a.",
        "method, section 4, E3; J.P. Morgan/Reuters (1996), RiskMetrics Technical Document");
  }

  @Override
  public Class<RealisedVolatilityConfig> configType() {
    return RealisedVolatilityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(RealisedVolatilityConfig config) {
    try {
      inputs(config);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(new ConfigProblem("series", requireNonNullElse(e.getMessage(), e.toString())));
    }
  }

  @Override
  public Inputs inputs(RealisedVolatilityConfig config) {
    return Inputs.none().with(config.series(), lookBack(config.window()));
  }

  @Override
  public Indicator create(RealisedVolatilityConfig config) {
    return known -> read(known.series(config.series()), config.window());
  }

  /** Seven calendar days hold five returns or, with holidays, somewhat fewer. */
  private static Duration lookBack(int window) {
    return Duration.ofDays(2L * window + 14);
  }

  private static Reading read(Series known, int window) {
    if (known.size() < window + 1) {
      return new NoData(
          "%d returns of '%s' need %d prices within %d d, %d are known"
              .formatted(
                  window, known.name(), window + 1, lookBack(window).toDays(), known.size()));
    }
    Series prices = known.last(window + 1);
    OptionalInt nonPositive = Returns.firstNonPositive(prices);
    if (nonPositive.isPresent()) {
      int index = nonPositive.getAsInt();
      return new NoData(
          "'%s' on %s is %s: a price that is not positive has no log return"
              .formatted(
                  prices.name(),
                  LocalDate.ofEpochDay(prices.epochDay(index)),
                  prices.value(index)));
    }
    return Measured.of(Returns.realisedVolatility(Returns.log(prices)), prices.lastTime());
  }
}

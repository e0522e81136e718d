package org.muscat.energy;

import java.time.LocalDate;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.toolkit.GjrFit;
import org.muscat.toolkit.Returns;

/**
 * E11, the volatility of the next day by a GJR-GARCH model in which a rise is the bad news, in %
 * p.a. The model is fitted to the returns up to the end of the last month and applied to those
 * since, so its numbers change once a month, the reading daily. Facts: {@code asymmetry} is g,
 * {@code persistence} a + g/2 + b, {@code log-likelihood}, and {@code fitted-to}, the last day of
 * the fit.
 *
 * <p>A search that does not converge gives no reading.
 */
final class AsymmetricVolatility implements IndicatorProvider<AsymmetricVolatilityConfig> {

  /** The most prints that the current month has beside those of the fit. */
  private static final int MONTH = 23;

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "asymmetric-volatility",
        "Volatility of the oil price that rises more with a rise",
        "% p.a.",
        "method, section 4, E11; Glosten, Jagannathan and Runkle (1993), On the Relation between"
            + " the Expected Value and the Volatility of the Nominal Excess Return on Stocks");
  }

  @Override
  public Class<AsymmetricVolatilityConfig> configType() {
    return AsymmetricVolatilityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(AsymmetricVolatilityConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(AsymmetricVolatilityConfig config) {
    return Inputs.none().with(config.series(), DailyPrints.lookBack(config.window() + MONTH));
  }

  @Override
  public Indicator create(AsymmetricVolatilityConfig config) {
    GjrFits fits = new GjrFits();
    return Measurement.indicator(
        known -> read(known.series(config.series()), config.window(), fits));
  }

  private static Measured read(Series known, int window, GjrFits fits) throws NoReadingException {
    Series news = DailyPrints.news(known);
    int since = ofLastMonth(news);
    Series prices = DailyPrints.forReturns(news, window + since);
    GjrFits.Fitted fitted = fit(prices.first(window + 1), fits);
    GjrFit fit = fitted.fit();
    double variance = fitted.variance();
    for (double value : Returns.log(prices.last(since + 1))) {
      variance = fit.model().next(value - fitted.mean(), variance);
    }
    return Measured.of(Returns.annualVolatility(variance), prices.lastTime())
        .fact("asymmetry", rounded(fit.model().g()))
        .fact("persistence", rounded(fit.model().persistence()))
        .fact("log-likelihood", rounded(fit.logLikelihood()))
        .fact("fitted-to", DailyPrints.day(prices, window).toString());
  }

  private static GjrFits.Fitted fit(Series prices, GjrFits fits) throws NoReadingException {
    GjrFits.Fitted fitted;
    try {
      fitted = fits.of(prices);
    } catch (IllegalArgumentException e) {
      throw NoReadingException.because(named(prices), e);
    }
    if (!fitted.fit().converged()) {
      throw NoReadingException.because(
          "the model of %s did not converge in %d evaluations"
              .formatted(named(prices), fitted.fit().evaluations()));
    }
    return fitted;
  }

  private static String named(Series prices) {
    return "%d returns of '%s' up to %s"
        .formatted(prices.size() - 1, prices.name(), DailyPrints.day(prices, prices.size() - 1));
  }

  /** How many of the newest prints lie in the month of the newest. */
  private static int ofLastMonth(Series news) {
    if (news.isEmpty()) {
      return 0;
    }
    LocalDate newest = DailyPrints.day(news, news.size() - 1);
    long first = newest.withDayOfMonth(1).toEpochDay();
    int count = 0;
    while (count < news.size() && news.epochDay(news.size() - 1 - count) >= first) {
      count++;
    }
    return count;
  }

  private static String rounded(double value) {
    return Double.toString(Math.round(1e4 * value) / 1e4);
  }
}

package org.muscat.energy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.EwmaVariance;
import org.muscat.toolkit.Returns;
import org.muscat.toolkit.Spillover;
import org.muscat.toolkit.VectorAutoregression;

/**
 * E9, how much of the uncertainty of each market comes from the others: the total spillover index
 * of log variances, in %, over the newest days on which all are known.
 *
 * <p>Squared daily returns are too noisy to be variances, and ranges within the day are not in the
 * data. So the variance of a price is the exponentially weighted one after each day, which knows
 * {@value #WARM_UP} returns or more, and that of an index its square.
 */
final class SpilloverIndex implements IndicatorProvider<SpilloverConfig> {

  /**
   * The returns that the first variance knows: a weight of .94^75 = .01 is left of those before.
   */
  private static final int WARM_UP = 75;

  /** The days on which one market is open and another is not, in a window. */
  private static final int SPARE = 30;

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "spillover",
        "Total spillover of volatility between energy and other markets",
        "%",
        "method, section 4, E9; Diebold and Yilmaz (2012), Better to give than to receive");
  }

  @Override
  public Class<SpilloverConfig> configType() {
    return SpilloverConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(SpilloverConfig config) {
    List<String> names =
        Stream.concat(config.prices().stream(), config.indices().stream()).toList();
    if (names.size() < 2 || new HashSet<>(names).size() < names.size()) {
      return List.of(
          new ConfigProblem(
              "prices", "spillover needs two or more different series, here are " + names));
    }
    return SeriesNames.check("prices", () -> inputs(config));
  }

  @Override
  public Inputs inputs(SpilloverConfig config) {
    Inputs inputs = Inputs.none();
    for (String price : config.prices()) {
      inputs = inputs.with(price, lookBack(config));
    }
    for (String index : config.indices()) {
      inputs = inputs.with(index, lookBack(config));
    }
    return inputs;
  }

  @Override
  public Indicator create(SpilloverConfig config) {
    return Measurement.indicator(known -> read(known, config));
  }

  private static Duration lookBack(SpilloverConfig config) {
    return DailyPrints.lookBack(config.window() + SPARE + WARM_UP);
  }

  private static Measured read(SeriesView known, SpilloverConfig config) throws NoReadingException {
    List<Series> variances = new ArrayList<>();
    for (String price : config.prices()) {
      variances.add(ofPrice(known.series(price), config));
    }
    for (String index : config.indices()) {
      variances.add(ofIndex(known.series(index), config));
    }
    CommonDays days = CommonDays.newest(config.window(), variances, lookBack(config).toDays());
    try {
      VectorAutoregression model =
          VectorAutoregression.fit(
              IntStream.range(0, variances.size()).mapToObj(days::values).toArray(double[][]::new),
              config.lags());
      return Measured.of(Spillover.totalIndex(model, config.horizon()), days.observedAt());
    } catch (IllegalArgumentException e) {
      throw NoReadingException.because(
          "%d days of log variances of %s and %s"
              .formatted(config.window(), config.prices(), config.indices()),
          e);
    }
  }

  private static Series ofPrice(Series known, SpilloverConfig config) throws NoReadingException {
    int days = config.window() + SPARE;
    Series prices = DailyPrints.forReturns(known, days + WARM_UP);
    double[] variances = EwmaVariance.path(config.lambda(), Returns.log(prices));
    return log(prices.last(days), Arrays.copyOfRange(variances, WARM_UP, WARM_UP + days));
  }

  private static Series ofIndex(Series known, SpilloverConfig config) throws NoReadingException {
    Series news = DailyPrints.news(known);
    Series levels = DailyPrints.believed(news.last(config.window() + SPARE));
    return log(levels, Arrays.stream(levels.values()).map(level -> level * level).toArray());
  }

  /** The logarithms of variances, at the times of a series. */
  private static Series log(Series at, double[] variances) throws NoReadingException {
    long[] times = new long[variances.length];
    double[] logarithms = new double[variances.length];
    for (int i = 0; i < variances.length; i++) {
      if (variances[i] == 0) {
        throw NoReadingException.because(
            "'%s' did not move before %s: no variance has no logarithm"
                .formatted(at.name(), at.time(i)));
      }
      times[i] = at.millis(i);
      logarithms[i] = Math.log(variances[i]);
    }
    return Series.of(at.name(), times, logarithms);
  }
}

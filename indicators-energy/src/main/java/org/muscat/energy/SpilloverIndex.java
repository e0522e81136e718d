package org.muscat.energy;

import java.nio.DoubleBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    List<Variances> variances = new ArrayList<>();
    for (String price : config.prices()) {
      variances.add(ofPrice(known.series(price), config));
    }
    for (String index : config.indices()) {
      variances.add(ofIndex(known.series(index), config));
    }
    CommonDays days =
        CommonDays.newest(
            config.window(),
            variances.stream().map(Variances::at).toList(),
            lookBack(config).toDays());
    double[][] logarithms = new double[variances.size()][];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = logarithms(days, i, variances.get(i));
    }
    try {
      VectorAutoregression model = VectorAutoregression.fit(logarithms, config.lags());
      return Measured.of(Spillover.totalIndex(model, config.horizon()), days.observedAt());
    } catch (IllegalArgumentException e) {
      throw NoReadingException.because(
          "%d days of log variances of %s and %s"
              .formatted(config.window(), config.prices(), config.indices()),
          e);
    }
  }

  /**
   * The variances of one market.
   *
   * @param at the prints after each of which there is one
   * @param values as many
   */
  private record Variances(Series at, DoubleBuffer values) {}

  private static Variances ofPrice(Series known, SpilloverConfig config) throws NoReadingException {
    int days = config.window() + SPARE;
    Series prices = DailyPrints.forReturns(known, days + WARM_UP);
    double[] variances = EwmaVariance.path(config.lambda(), Returns.log(prices));
    return new Variances(prices.last(days), DoubleBuffer.wrap(variances).position(WARM_UP).slice());
  }

  private static Variances ofIndex(Series known, SpilloverConfig config) throws NoReadingException {
    Series news = DailyPrints.news(known);
    Series levels = DailyPrints.believed(news.last(config.window() + SPARE));
    double[] variances = levels.values();
    for (int i = 0; i < variances.length; i++) {
      variances[i] *= variances[i];
    }
    return new Variances(levels, DoubleBuffer.wrap(variances));
  }

  /** The logarithms of the variances of one market on the common days. */
  private static double[] logarithms(CommonDays days, int column, Variances variances)
      throws NoReadingException {
    double[] logarithms = new double[days.count()];
    for (int i = 0; i < logarithms.length; i++) {
      int place = days.place(column, i);
      double variance = variances.values().get(place);
      if (variance == 0) {
        throw NoReadingException.because(
            "'%s' did not move before %s: no variance has no logarithm"
                .formatted(variances.at().name(), variances.at().time(place)));
      }
      logarithms[i] = Math.log(variance);
    }
    return logarithms;
  }
}

package org.muscat.energy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/**
 * E7, whether the price of oil jumped up in the last {@code days} observed days, and oil alone: 1
 * if a return of theirs is above {@code deviations} standard deviations by the exponentially
 * weighted variance of the {@code window} returns before it and OVX/VIX (E5) of its day is above
 * the gate, else 0. The gate is a figure of the calibration window, so a crisis does not raise it.
 * Fact: {@code jumped-on}, the latest such day.
 *
 * <p>More than one day, since spot prices are published in batches of some days: a jump inside one
 * is the newest return at no moment.
 */
final class OilJump implements IndicatorProvider<OilJumpConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "oil-jump",
        "A jump of the oil price that other markets do not share",
        "0 or 1",
        "method, section 4, E7; Lee and Mykland (2008), Jumps in Financial Markets");
  }

  @Override
  public Class<OilJumpConfig> configType() {
    return OilJumpConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(OilJumpConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(OilJumpConfig config) {
    return Inputs.none()
        .with(config.series(), DailyPrints.lookBack(config.window() + config.days()))
        .with(VolatilityIndices.OVX, lookBackOfFear(config))
        .with(VolatilityIndices.VIX, lookBackOfFear(config));
  }

  /** That of a pair of the newest day, and as many days more as are looked at. */
  private static Duration lookBackOfFear(OilJumpConfig config) {
    return Prices.PAIR_LOOK_BACK.plus(Duration.ofDays(2L * config.days()));
  }

  @Override
  public Indicator create(OilJumpConfig config) {
    return Measurement.indicator(known -> read(known, config));
  }

  private static Measured read(SeriesView known, OilJumpConfig config) throws NoReadingException {
    Series ovx = VolatilityIndices.prints(known.series(VolatilityIndices.OVX));
    Series vix = VolatilityIndices.prints(known.series(VolatilityIndices.VIX));
    Instant fear = DailyPair.latest(ovx, vix, lookBackOfFear(config)).observedAt();
    Series prices =
        DailyPrints.forReturns(known.series(config.series()), config.window() + config.days());
    Instant older = fear.isBefore(prices.lastTime()) ? fear : prices.lastTime();
    List<LocalDate> unjudged = new ArrayList<>();
    for (LocalDate day : daysOfRises(prices, config)) {
      Optional<DailyPair> pair = DailyPair.between(businessDayBefore(day), day, ovx, vix);
      if (pair.isEmpty()) {
        unjudged.add(day);
      } else if (pair.get().ratio() > config.gate()) {
        return Measured.of(1, older).fact("jumped-on", day.toString());
      }
    }
    if (!unjudged.isEmpty()) {
      throw NoReadingException.because(
          ("'%s' rose by more than %s standard deviations on %s; whether oil alone did is not known,"
                  + " as neither that day nor the business day before has both '%s' and '%s'")
              .formatted(
                  config.series(), config.deviations(), unjudged.get(0), ovx.name(), vix.name()));
    }
    return Measured.of(0, older);
  }

  /** The days of the last ones whose return is large enough for a jump, newest first. */
  private static List<LocalDate> daysOfRises(Series prices, OilJumpConfig config) {
    double[] returns = Returns.log(prices);
    List<LocalDate> days = new ArrayList<>();
    for (int i = returns.length - 1; i >= config.window(); i--) {
      double[] before = Arrays.copyOfRange(returns, i - config.window(), i);
      double deviation = Math.sqrt(EwmaVariance.last(config.lambda(), before));
      if (returns[i] > config.deviations() * deviation) {
        days.add(DailyPrints.day(prices, i + 1));
      }
    }
    return days;
  }

  private static LocalDate businessDayBefore(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case MONDAY -> day.minusDays(3);
      case SUNDAY -> day.minusDays(2);
      default -> day.minusDays(1);
    };
  }
}

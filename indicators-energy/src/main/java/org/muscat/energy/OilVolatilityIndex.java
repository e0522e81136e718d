package org.muscat.energy;

import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;

/** E4, the volatility of oil that options pay for over the next month: OVX as published. */
final class OilVolatilityIndex implements IndicatorProvider<NoOptions> {

  static final String OVX = "volatility/ovx";

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofPrices(
        "oil-volatility-index",
        "Expected volatility of oil (OVX)",
        "volatility points",
        "method, section 4, E4; Cboe, Crude Oil ETF Volatility Index methodology");
  }

  @Override
  public Class<NoOptions> configType() {
    return NoOptions.class;
  }

  @Override
  public Inputs inputs(NoOptions config) {
    return Inputs.none().with(OVX, Prices.PAIR_LOOK_BACK);
  }

  @Override
  public Indicator create(NoOptions config) {
    return Measurement.indicator(known -> read(known.series(OVX)));
  }

  private static Measured read(Series known) throws NoReadingException {
    if (known.isEmpty()) {
      throw NoReadingException.because(
          "'%s' has no value in the last %d d".formatted(OVX, Prices.PAIR_LOOK_BACK.toDays()));
    }
    Series prints = DailyPrints.level(known);
    if (prints.lastValue() <= 0) {
      throw NoReadingException.suspect(
          "'%s' is %s on %s: a volatility is positive"
              .formatted(OVX, prints.lastValue(), DailyPrints.day(prints, prints.size() - 1)));
    }
    return Measured.of(prints.lastValue(), prints.lastTime());
  }
}

package org.muscat.energy;

import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;

/** E4, the volatility of oil that options pay for over the next month: OVX as published. */
final class OilVolatilityIndex implements IndicatorProvider<NoOptions> {

  private static final String OVX = VolatilityIndices.OVX;

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofIndices(
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
    Series prints = VolatilityIndices.prints(known);
    return Measured.of(prints.lastValue(), prints.lastTime());
  }
}

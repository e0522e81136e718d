package org.muscat.energy;

import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.SeriesView;

/**
 * E5, fear that is specific to oil: OVX/VIX on the latest day on which both are known. The ratio
 * takes out what makes all markets afraid.
 */
final class OilFear implements IndicatorProvider<NoOptions> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofIndices(
        "oil-fear",
        "Expected volatility of oil over that of shares (OVX/VIX)",
        "ratio",
        "method, section 4, E5; Cboe, Crude Oil ETF Volatility Index and VIX methodologies");
  }

  @Override
  public Class<NoOptions> configType() {
    return NoOptions.class;
  }

  @Override
  public Inputs inputs(NoOptions config) {
    return Inputs.none()
        .with(VolatilityIndices.OVX, Prices.PAIR_LOOK_BACK)
        .with(VolatilityIndices.VIX, Prices.PAIR_LOOK_BACK);
  }

  @Override
  public Indicator create(NoOptions config) {
    return Measurement.indicator(OilFear::read);
  }

  private static Measured read(SeriesView known) throws NoReadingException {
    DailyPair pair =
        DailyPair.latest(
            VolatilityIndices.prints(known.series(VolatilityIndices.OVX)),
            VolatilityIndices.prints(known.series(VolatilityIndices.VIX)),
            Prices.PAIR_LOOK_BACK);
    return Measured.of(pair.ratio(), pair.observedAt());
  }
}

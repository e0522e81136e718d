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

  private static final String OVX = "volatility/ovx";
  private static final String VIX = "volatility/vix";

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofPrices(
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
    return with(Inputs.none());
  }

  @Override
  public Indicator create(NoOptions config) {
    return Measurement.indicator(OilFear::read);
  }

  /** The inputs that {@link #read} wants. */
  static Inputs with(Inputs others) {
    return others.with(OVX, Prices.PAIR_LOOK_BACK).with(VIX, Prices.PAIR_LOOK_BACK);
  }

  static Measured read(SeriesView known) throws NoReadingException {
    DailyPair pair =
        DailyPair.latest(
            DailyPrints.level(known.series(OVX)), DailyPrints.level(known.series(VIX)));
    if (pair.first() <= 0 || pair.second() <= 0) {
      throw NoReadingException.because(
          "'%s' is %s and '%s' is %s on %s: their ratio needs both positive"
              .formatted(OVX, pair.first(), VIX, pair.second(), pair.day()));
    }
    return Measured.of(pair.first() / pair.second(), pair.observedAt());
  }
}

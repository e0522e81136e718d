package org.muscat.energy;

import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.SeriesView;

/**
 * E8, prompt tightness as the spread of Brent over WTI on the latest day on which both are known,
 * in USD/bbl. A difference, so that the negative WTI of 2020-04-20 is as good as any price.
 */
final class BrentWtiSpread implements IndicatorProvider<NoOptions> {

  private static final String BRENT = "oil/brent-spot";
  private static final String WTI = "oil/wti-spot";

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "brent-wti-spread", "Spread of Brent over WTI", "USD/bbl", "method, section 4, E8");
  }

  @Override
  public Class<NoOptions> configType() {
    return NoOptions.class;
  }

  @Override
  public Inputs inputs(NoOptions config) {
    return Inputs.none().with(BRENT, Prices.PAIR_LOOK_BACK).with(WTI, Prices.PAIR_LOOK_BACK);
  }

  @Override
  public Indicator create(NoOptions config) {
    return Measurement.indicator(BrentWtiSpread::read);
  }

  private static Measured read(SeriesView known) throws NoReadingException {
    DailyPair pair =
        DailyPair.latest(
            DailyPrints.level(known.series(BRENT)),
            DailyPrints.level(known.series(WTI)),
            Prices.PAIR_LOOK_BACK);
    return Measured.of(pair.first() - pair.second(), pair.observedAt());
  }
}

package org.muscat.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
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
    return Inputs.none().with(OVX, Prices.PAIR_LOOK_BACK).with(VIX, Prices.PAIR_LOOK_BACK);
  }

  @Override
  public Indicator create(NoOptions config) {
    return OilFear::read;
  }

  private static Reading read(SeriesView known) {
    Series ovx = known.series(OVX);
    Series vix = known.series(VIX);
    return DailyPair.latest(ovx, vix).map(OilFear::ratio).orElseGet(() -> DailyPair.none(ovx, vix));
  }

  private static Reading ratio(DailyPair pair) {
    if (pair.first() <= 0 || pair.second() <= 0) {
      return new NoData(
          "'%s' is %s and '%s' is %s on %s: their ratio needs both positive"
              .formatted(OVX, pair.first(), VIX, pair.second(), day(pair.observedAt())));
    }
    return Measured.of(pair.first() / pair.second(), pair.observedAt());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}

package org.muscat.energy;

import java.time.Duration;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

/**
 * E10, pressure on global supply chains: the latest GSCPI in standard deviations from its mean,
 * monthly, about the month that begins at its observed-at.
 */
final class SupplyChainPressure implements IndicatorProvider<NoOptions> {

  private static final String GSCPI = "supply-chain/gscpi";
  private static final double SIGMA_0 = 3;
  private static final Duration MONTH = Duration.ofDays(30);

  /**
   * A month is published about five days after its end and lasts until the next one is, some 66
   * days after its beginning; one publication may be missed.
   */
  private static final Duration MAX_AGE = Duration.ofDays(100);

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.of(
        "supply-chain-pressure",
        "Pressure on global supply chains (GSCPI)",
        "sd",
        SupplyChainPressure::uncertainty,
        "method, section 4, E10; Benigno, di Giovanni, Groen and Noble (2022), The GSCPI, Federal"
            + " Reserve Bank of New York Staff Report 1017");
  }

  @Override
  public Class<NoOptions> configType() {
    return NoOptions.class;
  }

  @Override
  public Inputs inputs(NoOptions config) {
    return Inputs.none().with(GSCPI, MAX_AGE);
  }

  @Override
  public Indicator create(NoOptions config) {
    return Measurement.indicator(known -> read(known.series(GSCPI)));
  }

  private static Measured read(Series known) throws NoReadingException {
    if (known.isEmpty()) {
      throw NoReadingException.because(
          "'%s' has no value in the last %d d".formatted(GSCPI, MAX_AGE.toDays()));
    }
    return Measured.of(known.lastValue(), known.lastTime());
  }

  private static Uncertainty uncertainty(double sigmaClim) {
    return new Uncertainty(SIGMA_0, sigmaClim, MONTH, MAX_AGE);
  }
}

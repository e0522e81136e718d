package org.muscat.energy;

import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.SeriesView;

/**
 * E2, the probability of a closure that the oil price implies: its premium (E1) as a share of what
 * a closure would add, {@code (P - base)/(shock - base)}, {@code base = P - premium}, clipped to
 * [0,1]. Prices and shock are in one unit. Of investors who fear no risk; others pay more for the
 * same probability.
 */
final class ClosureProbability implements IndicatorProvider<ClosureProbabilityConfig> {

  private final Premiums premiums;

  /**
   * @param premiums shared with whoever needs the same ones
   */
  ClosureProbability(Premiums premiums) {
    this.premiums = premiums;
  }

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "closure-probability",
        "Probability of a closure that the oil price implies",
        "probability",
        "method, section 4, E2; Leigh, Wolfers and Zitzewitz (2003), What Do Financial Markets"
            + " Think of War in Iraq?");
  }

  @Override
  public Class<ClosureProbabilityConfig> configType() {
    return ClosureProbabilityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(ClosureProbabilityConfig config) {
    return SeriesNames.check("oil", () -> inputs(config));
  }

  @Override
  public Inputs inputs(ClosureProbabilityConfig config) {
    return DemandRiskPremium.inputsOf(config.premium());
  }

  @Override
  public Indicator create(ClosureProbabilityConfig config) {
    return Measurement.indicator(known -> read(known, config));
  }

  private Measured read(SeriesView known, ClosureProbabilityConfig config)
      throws NoReadingException {
    Premiums.Parts parts = premiums.of(known, config.premium());
    double base = parts.price() - parts.premium();
    if (base >= config.shockPrice()) {
      throw NoReadingException.because(
          "oil costs %.2f without its premium, no less than the %s of a closure: raise shock-price"
              .formatted(base, config.shockPrice()));
    }
    double share = parts.premium() / (config.shockPrice() - base);
    return Measured.of(Math.max(0, Math.min(1, share)), parts.observedAt());
  }
}

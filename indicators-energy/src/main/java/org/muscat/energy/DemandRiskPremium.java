package org.muscat.energy;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;

/**
 * E1, the part of the oil price that the demand of the world does not explain: {@code P (1 -
 * exp(-sum e))} over the newest residuals of the daily returns of oil on those of copper and of the
 * dollar and on the change of the ten-year yield in %, from one day that all four have to the next.
 *
 * <p>In the unit of the oil price, which is part of the contract: the anchors are USD/bbl.
 */
final class DemandRiskPremium implements IndicatorProvider<DemandRiskPremiumConfig> {

  private final Premiums premiums;

  /**
   * @param premiums shared with whoever needs the same ones
   */
  DemandRiskPremium(Premiums premiums) {
    this.premiums = premiums;
  }

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "demand-risk-premium",
        "Part of the oil price that demand does not explain",
        "USD/bbl",
        "method, section 4, E1; Hamilton (2014), Oil prices as an indicator of global economic"
            + " conditions; Hoerl and Kennard (1970), Ridge Regression");
  }

  @Override
  public Class<DemandRiskPremiumConfig> configType() {
    return DemandRiskPremiumConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(DemandRiskPremiumConfig config) {
    return SeriesNames.check("oil", () -> inputs(config));
  }

  @Override
  public Inputs inputs(DemandRiskPremiumConfig config) {
    return inputsOf(config);
  }

  @Override
  public Indicator create(DemandRiskPremiumConfig config) {
    return Measurement.indicator(
        known -> {
          Premiums.Parts parts = premiums.of(known, config);
          return Measured.of(parts.premium(), parts.observedAt());
        });
  }

  static Inputs inputsOf(DemandRiskPremiumConfig config) {
    Duration lookBack = DailyPrints.lookBack(config.window());
    return Inputs.none()
        .with(config.oil(), lookBack)
        .with(config.copper(), lookBack)
        .with(config.yield(), lookBack)
        .with(config.dollar(), lookBack);
  }
}

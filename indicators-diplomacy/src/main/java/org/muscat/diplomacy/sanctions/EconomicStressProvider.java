package org.muscat.diplomacy.sanctions;

import java.time.Duration;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code economic-stress} (S2 of the method): the weighted mean of up to four parts, each in
 * [0,1], straight between two values and flat outside; the risk is 100 times that. The series come
 * by file drop, there is no free source:
 *
 * <ul>
 *   <li>{@code economy/<country>/rial-gap}, open market over official rate, %: 0 to 150, weight
 *       .40, at most 14 days old
 *   <li>{@code economy/<country>/inflation}, year on year, %: 10 to 50, weight .20, 75 days
 *   <li>{@code economy/<country>/oil-exports}, million barrels a day: 2.2 down to .4, weight .25,
 *       75 days
 *   <li>{@code economy/<country>/connectivity}, % of the usual traffic: 95 down to 20, weight .15,
 *       7 days
 * </ul>
 *
 * <p>[choice] The weights: the open market tells soonest and every day; exports are what sanctions
 * aim at; inflation comes late and is high anyway; connectivity is cut seldom, by choice of the
 * government. [choice] The values: about the calmest and the worst that was reported of Iran
 * between 2016 and 2024; to be replaced by a calibration when there is a recorded series.
 *
 * <p>Partial when a part is missing, which the fact {@code missing} names. The others have its
 * weight then, but for 90 days the reading is no calmer than with the last value of that part, as
 * rule 2 of the method has it for an index: what goes missing calms nothing. No reading when less
 * than half of the weight is there. Mostly coincident: it tells where an economy is, not where it
 * goes.
 *
 * <p>[choice] The reading is as old as its parts are in the weighted mean, so that each part that
 * grows old ages it. [choice] The climatological error of 20 points.
 */
public final class EconomicStressProvider implements IndicatorProvider<EconomicStressConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "economic-stress",
        "Currency gap, inflation, exports and connectivity of a country under sanctions",
        Role.PILLAR,
        "share",
        Scale.linear(0, 0, 1, 100),
        new Uncertainty(5, 20, Duration.ofDays(30), Duration.ofDays(75)),
        "method, section 4, S2");
  }

  @Override
  public Class<EconomicStressConfig> configType() {
    return EconomicStressConfig.class;
  }

  @Override
  public Inputs inputs(EconomicStressConfig config) {
    Inputs inputs = Inputs.none();
    for (StressPart part : StressPart.values()) {
      inputs =
          inputs.with(
              part.series(config.country()), part.maxAge().plus(EconomicStress.HOLD).plusDays(1));
    }
    return inputs;
  }

  @Override
  public Indicator create(EconomicStressConfig config) {
    return new EconomicStress(config.country());
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code deniability} (X2 of the method): {@code (unclaimed + .5 attributed + .5 denied)/all}
 * over the attacks of the last 180 days of the chronicle, in (0,1). One that is not verified counts
 * half.
 *
 * <p>[choice] A prior of one attack of deniability .5 is added: without any, it is not known how
 * the next would be signed, and one alone is no rule.
 *
 * <p>Fact: {@code leading-events}, the three that add most.
 *
 * <p>Attacks drop out over coded days only. No reading when the last one is more than a fortnight
 * ago, partial when not all of the 180 days up to it are coded, none when fewer than half are.
 */
public final class DeniabilityProvider implements IndicatorProvider<AreasConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "deniability",
        "Attacks that nobody owns up to",
        Role.OPACITY,
        "share",
        Scale.linear(0, 0, 1, 100),
        new Uncertainty(8, 20, Duration.ofDays(1), Deniability.HORIZON.maxAge()),
        "method, section 4, X2");
  }

  @Override
  public Class<AreasConfig> configType() {
    return AreasConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(AreasConfig config) {
    return config.problems();
  }

  @Override
  public Inputs inputs(AreasConfig config) {
    return Deniability.HORIZON.inputs(config.theatre(), Domain.KINETIC);
  }

  @Override
  public Indicator create(AreasConfig config) {
    return new Deniability(config);
  }
}

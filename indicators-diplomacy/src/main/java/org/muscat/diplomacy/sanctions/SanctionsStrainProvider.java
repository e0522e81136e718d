package org.muscat.diplomacy.sanctions;

import java.util.List;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;

/**
 * Makes {@code sanctions-strain} (S1 of the method, in the pillar): the number of {@link
 * SanctionsPressureProvider} as a risk, {@code 100 Phi(z)}. What presses also strains: the two are
 * never set off against each other.
 */
public final class SanctionsStrainProvider implements IndicatorProvider<SanctionsConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "sanctions-strain",
        "Net designations of the US Treasury in four weeks against what is usual, as a strain",
        Role.PILLAR,
        "z",
        Scale.normal(),
        SanctionsPressureProvider.UNCERTAINTY,
        SanctionsPressureProvider.LITERATURE);
  }

  @Override
  public Class<SanctionsConfig> configType() {
    return SanctionsConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(SanctionsConfig config) {
    return Theatres.validate(config.theatre());
  }

  @Override
  public Inputs inputs(SanctionsConfig config) {
    return SanctionsPressureProvider.inputsOf(config.theatre());
  }

  @Override
  public Indicator create(SanctionsConfig config) {
    return new NetDesignations(config.theatre());
  }
}

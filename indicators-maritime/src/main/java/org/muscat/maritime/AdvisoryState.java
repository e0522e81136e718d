package org.muscat.maritime;

import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;

/**
 * M5: the highest level in force in an area, 0 none, 1 advisory, 2 substantial, 3 severe or
 * critical, 4 closure; neither cancelled nor past its {@code until}. A broadcast warning near the
 * strait counts as 4 if it tells a closure, as 2 if it tells mines or an attack. No reading if no
 * advisory was ever read. The age counts from the newest advisory or such warning, for a folder of
 * files cannot say that nothing is new; past 200 days the reading is missing.
 *
 * <p>Risk is 25 times the level, by definition; the errors are a choice. Facts: {@code leading},
 * its number, and {@code change-14d}.
 */
final class AdvisoryState implements IndicatorProvider<AdvisoryConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "advisory-state",
        "The highest advisory to shipping in force",
        Role.PILLAR,
        "level",
        Scale.linear(0, 0, 4, 100),
        AdvisoryLevels.UNCERTAINTY,
        "method, section 4, M5");
  }

  @Override
  public Class<AdvisoryConfig> configType() {
    return AdvisoryConfig.class;
  }

  @Override
  public Inputs inputs(AdvisoryConfig config) {
    return AdvisoryLevels.inputs(config);
  }

  @Override
  public Indicator create(AdvisoryConfig config) {
    return known -> AdvisoryLevels.of(known, config).reading(config, known.asOf());
  }
}

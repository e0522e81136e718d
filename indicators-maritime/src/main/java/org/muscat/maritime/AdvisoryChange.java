package org.muscat.maritime;

import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;

/**
 * M5: the level in force now less the one that was in force 14 days ago, both as they are known now,
 * from -4 to 4; see {@link AdvisoryState}. Risk is 50 for no change, 100 from two levels up on, 0
 * from two levels down on; that is a choice.
 */
final class AdvisoryChange implements IndicatorProvider<AdvisoryConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "advisory-change",
        "Change of the highest advisory in force over 14 days",
        Role.PILLAR,
        "levels per 14 d",
        Scale.linear(-2, 0, 2, 100),
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
    return known -> {
      AdvisoryLevels levels = AdvisoryLevels.of(known, config);
      return levels.reading(levels.change(known.asOf()), config, known.asOf());
    };
  }
}

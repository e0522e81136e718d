package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code posture-tension}, the other edge of P1 of the method: the number of {@code
 * force-posture}, read as risk in a pillar. Forces deter, and they stand where they may be shot at.
 * Formula, choices and facts are those of {@link ForcePostureProvider}.
 */
public final class PostureTensionProvider implements IndicatorProvider<TheatreConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "posture-tension",
        "Forces in the theatre, as risk",
        Role.PILLAR,
        "level",
        ForcePostureProvider.SCALE,
        new Uncertainty(8, 20, Duration.ofDays(1), ForcePosture.HORIZON.maxAge()),
        "method, section 4, P1");
  }

  @Override
  public Class<TheatreConfig> configType() {
    return TheatreConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TheatreConfig config) {
    return Theatres.validate(config.theatre());
  }

  @Override
  public Inputs inputs(TheatreConfig config) {
    return ForcePosture.HORIZON.inputs(config.theatre(), Domain.POSTURE);
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return new ForcePosture(config.theatre());
  }
}

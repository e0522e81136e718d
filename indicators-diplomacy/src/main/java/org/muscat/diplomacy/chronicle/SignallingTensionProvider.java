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
 * Makes {@code signalling-tension}, the other edge of P2 of the method: the number of {@code
 * signalling}, read as risk in a pillar. Formula, choices and facts are those of {@link
 * SignallingProvider}.
 */
public final class SignallingTensionProvider implements IndicatorProvider<TheatreConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "signalling-tension",
        "Visits, exercises and flights meant to be seen, as risk",
        Role.PILLAR,
        "signals",
        SignallingProvider.SCALE,
        new Uncertainty(8, 20, Duration.ofDays(1), Signalling.HORIZON.maxAge()),
        "method, section 4, P2");
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
    return Signalling.inputs(config.theatre());
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return Signalling.of(config.theatre());
  }
}

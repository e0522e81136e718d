package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code signalling} (P2 of the method): {@code sum c 2^(-dt/7 d)} over the signalling events
 * of the chronicle; c: commander visit .5, exercise .3, published sortie .2 (method, section 4). dt
 * counts from the start of an event's day or, of an exercise, of its last day; while that is not
 * known it counts in full. An event that is not verified counts half. Its level on the axis of
 * pressure is {@code 1 - e^(-sum)}.
 *
 * <p>Fact: {@code leading-events}, the three that count most.
 *
 * <p>Signals wear off over coded days only. No reading when the last one is more than a week ago,
 * partial when not all of the four weeks up to it are coded, none when fewer than half are.
 */
public final class SignallingProvider implements IndicatorProvider<TheatreConfig> {

  /**
   * [choice] Risk 10 without any signal, since silence is not a promise; 90 when a visit, an
   * exercise and a sortie come at once.
   */
  static final Scale SCALE = Scale.logistic(0, 1);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "signalling",
        "Visits, exercises and flights meant to be seen, as pressure",
        Role.AXIS,
        "signals",
        SCALE,
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

  /** {@code 1 - e^(-sum)}, method, section 4. */
  @Override
  public Optional<LevelMap> level(TheatreConfig config) {
    return Optional.of(LevelMap.intensity(1));
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return Signalling.of(config.theatre());
  }
}

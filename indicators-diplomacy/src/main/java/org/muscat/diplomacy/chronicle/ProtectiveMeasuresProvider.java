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
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code protective-measures} (P3 of the method): {@code sum 2^(-dt/14 d)} over the
 * protective measures of the chronicle: departures of embassies, advisories, airspaces closed,
 * airlines that suspend. dt counts from the start of an event's day or, of what lasted, of its last
 * day; while that is not known it counts in full. A measure that is not verified counts half.
 *
 * <p>[choice] The half-life is a fortnight: measures are taken back quietly, when the reason for
 * them is over. [choice] Risk is 10 without any, and 90 when three are fresh: governments that know
 * more than the public act on one day.
 *
 * <p>Fact: {@code leading-events}, the three that count most.
 *
 * <p>Measures wear off over coded days only. No reading when the last one is more than a week ago,
 * partial when not all of the eight weeks up to it are coded, none when fewer than half are.
 */
public final class ProtectiveMeasuresProvider implements IndicatorProvider<TheatreConfig> {

  /** Four half-lives: what is older hardly counts. */
  static final Horizon HORIZON = new Horizon(56, Duration.ofDays(7));

  private static final double HALF_LIFE = 14;

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "protective-measures",
        "Departures, warnings and closures",
        Role.PILLAR,
        "measures",
        Scale.logistic(0, 3),
        new Uncertainty(8, 20, Duration.ofDays(1), HORIZON.maxAge()),
        "method, section 4, P3");
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
    return HORIZON.inputs(config.theatre(), Domain.PROTECTIVE);
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return new DecayingSum(config.theatre(), Domain.PROTECTIVE, HORIZON, HALF_LIFE, measure -> 1);
  }
}

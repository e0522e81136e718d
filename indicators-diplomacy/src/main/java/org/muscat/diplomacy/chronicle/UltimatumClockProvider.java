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
 * Makes {@code ultimatum-clock} (U1 of the method): the highest over all public deadlines tau of
 * {@code w 2^(-(tau - t)/7 d)} before tau, w for 7 days after it, then halving every 7 days; in
 * [0,1]. w is 1 for an explicit threat of force and .5 for an implied one, half of that if the
 * event is not verified.
 *
 * <p>[choice] tau is the start (UTC) of the day that the ultimatum names: from then on it may run
 * out at any moment. [choice] Before tau the clock goes by the moment of the view, since a deadline
 * comes nearer whether or not anybody codes the days; after tau it falls over coded days only. A
 * deadline that was met or overtaken is not taken back: the chronicle does not say so.
 *
 * <p>Facts: {@code leading-event} and its {@code deadline}.
 *
 * <p>No reading when the last coded day is more than a week ago, partial when not all of the 90
 * days up to it are coded, none when fewer than half are [choice]: few ultimatums run longer.
 */
public final class UltimatumClockProvider implements IndicatorProvider<TheatreConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "ultimatum-clock",
        "How near a public deadline is",
        Role.CLOCK,
        "level",
        Scale.linear(0, 0, 1, 100),
        new Uncertainty(8, 20, Duration.ofDays(1), UltimatumClock.HORIZON.maxAge()),
        "method, section 4, U1");
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
    return UltimatumClock.HORIZON.inputs(config.theatre(), Domain.DEADLINE);
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return new UltimatumClock(config.theatre());
  }
}

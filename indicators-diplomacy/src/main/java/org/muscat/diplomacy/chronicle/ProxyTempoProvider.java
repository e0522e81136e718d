package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * Makes {@code proxy-tempo} (X1 of the method): {@code mu + sum w_i a b e^(-b (t - t_i))} incidents
 * a day over the proxy incidents, seizures and attacks on ships of the chronicle. w: seizure 1.5 as
 * in M4, the others 1, half of it if not verified.
 *
 * <p>[choice] Nothing is fitted, because the chronicle thins campaigns. Shape and background are
 * those of attacks at Hormuz in M4: b = ln 2/10 d, a = .569, mu = .0040. Their long run, .011
 * incidents a day at a mean weight of 1.125, is what the first two years had in the first version
 * of the chronicle of the Gulf: 8 in 731 days.
 *
 * <p>[choice] Its level on the kinetic axis is {@code 1 - e^(-l/l0)} with an l0 that gives a single
 * fresh incident the level .25 that P4 gives it. With the mean of a calibration window, as the
 * method has it, a quiet day would have .30 and one incident .98, which is conflict (see decision
 * 25). [choice] Risk is 10 on a quiet day and 90 after five fresh incidents; one has 21, in P4 25.
 *
 * <p>Fact: {@code leading-events}, the three that count most.
 *
 * <p>Incidents wear off over coded days only. No reading when the last one is more than a week ago,
 * partial when not all of the 40 days up to it are coded, none when fewer than half are.
 */
public final class ProxyTempoProvider implements IndicatorProvider<AreasConfig> {

  private static final double QUIET = ProxyTempo.MODEL.mu();
  private static final double FRESH = ProxyTempo.MODEL.excitation(1, 0);
  private static final double LEVEL_OF_ONE = .25;

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "proxy-tempo",
        "Incidents of the grey zone to be expected",
        Role.PILLAR,
        "incidents/day",
        Scale.logistic(QUIET, QUIET + 5 * FRESH),
        new Uncertainty(8, 20, Duration.ofDays(1), ProxyTempo.HORIZON.maxAge()),
        "method, section 4, X1; Hawkes (1971)");
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
    return ProxyTempo.HORIZON.inputs(config.theatre(), Domain.KINETIC);
  }

  @Override
  public Optional<LevelMap> level(AreasConfig config) {
    return Optional.of(LevelMap.intensity((QUIET + FRESH) / -Math.log(1 - LEVEL_OF_ONE)));
  }

  @Override
  public Indicator create(AreasConfig config) {
    return new ProxyTempo(config);
  }
}

package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muscat.diplomacy.chronicle.TheatreChronicle;
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
 * Makes {@code mediation} (D5 of the method, as an off-ramp): how many mediators were active in the
 * last 14 days. One is active if
 *
 * <ul>
 *   <li>the chronicle names it as the mediator of talks that took place; it counts half if none of
 *       these events is verified, or
 *   <li>GDELT reports talk (CAMEO roots 03 to 06) of it with each of the principals, and of all of
 *       them together at least {@code mu + 2 sqrt(max(mu, 1))} unique events, mu its usual number
 *       in 14 days, from the 730 days before.
 * </ul>
 *
 * <p>The second rule is a choice: states talk all the time, and only talk with both sides, and more
 * of it than usual, looks like mediation. mu is not gated, because for most third parties the
 * median day has none, and a baseline of 0 never learns. It needs 180 of the 730 days, and 10 of
 * the 14.
 *
 * <p>Partial if the chronicle or a third party in GDELT is not known well enough; no reading if
 * neither says anything. The level is n/2 up to 1, the risk {@code 30 (2 - n)} from 60 down to 0,
 * and the error of 20 points [choices].
 */
public final class MediationProvider implements IndicatorProvider<MediationConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "mediation",
        "Mediators between two adversaries that were active in the last fortnight",
        Role.AXIS,
        "mediators",
        Scale.linear(2, 0, 0, 60),
        new Uncertainty(8, 20, Duration.ofDays(1), TheatreChronicle.MAX_AGE),
        "method, section 4, D5");
  }

  @Override
  public Class<MediationConfig> configType() {
    return MediationConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(MediationConfig config) {
    List<ConfigProblem> problems =
        Windows.validate("principals", config.principals(), "mediators", config.mediators());
    problems.addAll(TheatreChronicle.validate(config.theatre()));
    return problems;
  }

  @Override
  public Inputs inputs(MediationConfig config) {
    Inputs inputs = TheatreChronicle.withTalks(Inputs.none(), config.theatre(), Mediation.WINDOW);
    for (String mediator : config.mediators()) {
      for (String principal : config.principals()) {
        inputs =
            inputs.with(
                new Dyad(principal, mediator).dailySeries(RollUp.TALK), Mediation.LOOK_BACK);
      }
    }
    return inputs;
  }

  @Override
  public Optional<LevelMap> level(MediationConfig config) {
    return Optional.of(LevelMap.linear(0, 2));
  }

  @Override
  public Indicator create(MediationConfig config) {
    return new Mediation(config);
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.ArrayList;
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
 * Makes {@code kinetic-state} (P4 of the method): {@code max_j level_j 2^(-max(0, dt - 3 d)/5 d)}
 * over the kinetic events of the chronicle, in [0,1]; risk is 100 times that. Levels: .25 proxy or
 * drone incident, .5 state fire on a platform, .75 limited strike, 1 sustained strikes; half of
 * that if the event is not verified.
 *
 * <p>dt counts from the start of an event's day or, for what lasted, of its last day. While the end
 * is not known yet, a thing that goes on counts in full, until a ceasefire between two of its
 * actors; the chronicle makes the end known only after it happened. [choice] A ceasefire that is
 * not verified ends nothing: half a ceasefire would calm what may go on.
 *
 * <p>The state decays over coded days only; no reading when the last one is more than a week ago,
 * partial when not all of the 23 days up to it are coded, none when fewer than half are.
 *
 * <p>The climatological error of 20 points is a choice.
 */
public final class KineticStateProvider implements IndicatorProvider<KineticStateConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "kinetic-state",
        "The highest level of force used lately",
        Role.PILLAR,
        "level",
        Scale.linear(0, 0, 1, 100),
        new Uncertainty(8, 20, Duration.ofDays(1), KineticState.MAX_AGE),
        "method, section 4, P4");
  }

  @Override
  public Class<KineticStateConfig> configType() {
    return KineticStateConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(KineticStateConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Theatres.validate(config.theatre()));
    if (config.areas().isEmpty()) {
      problems.add(new ConfigProblem("areas", "is empty; name at least one, such as gulf"));
    }
    return problems;
  }

  @Override
  public Inputs inputs(KineticStateConfig config) {
    // What goes on may have begun years ago.
    return Inputs.none()
        .with(Domain.KINETIC.series(config.theatre()), Inputs.WHOLE_HISTORY)
        .with(
            CodedDays.series(config.theatre()),
            CodedDays.lookBack(KineticState.WINDOW, KineticState.MAX_AGE));
  }

  /** K is a level already (method, section 6). */
  @Override
  public Optional<LevelMap> level(KineticStateConfig config) {
    return Optional.of(LevelMap.identity());
  }

  @Override
  public Indicator create(KineticStateConfig config) {
    return new KineticState(config.theatre(), config.areas());
  }
}

package org.muscat.diplomacy.framework;

import java.time.Duration;
import java.util.ArrayList;
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
 * Makes {@code framework-index} (F1 of the method): the sum of weight times level over six
 * components, in [0,1]: IAEA access .25, agreement in force .20, military hotline .20, regional
 * security body .15, consensus on a UN mandate .10, deconfliction memorandum .10; levels 0, .5, 1.
 *
 * <p>A fact of each component tells its level, since when, and why. A component without a known
 * level is no zero: there is no reading then. The reading is of the last coded day; past {@code
 * max-age} behind it there is none either.
 *
 * <p>[choice] {@code max-age} is two years, and half of the climatological variance is back after
 * half a year: rules between states change by treaties and votes, a few times in seven years, and
 * the model that rests on them refuses without them (decision 30).
 *
 * <p>[choice] The climatological error is 15 points, the step of a component of mean weight.
 */
public final class FrameworkIndexProvider implements IndicatorProvider<FrameworkIndexConfig> {

  private static final Duration HALF_LIFE = Duration.ofDays(180);
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(1_095);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "framework-index",
        "What stands of rules and channels for peace",
        Role.STRUCTURE,
        "share",
        Scale.linear(1, 0, 0, 100),
        uncertainty(Duration.ofDays(730)),
        "method, section 4, F1, and section 5.3");
  }

  private static Uncertainty uncertainty(Duration maxAge) {
    return new Uncertainty(8, 15, HALF_LIFE, maxAge);
  }

  @Override
  public Class<FrameworkIndexConfig> configType() {
    return FrameworkIndexConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(FrameworkIndexConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Theatres.validate(config.theatre()));
    if (config.maxAge().compareTo(SHORTEST) < 0 || config.maxAge().compareTo(LONGEST) > 0) {
      problems.add(new ConfigProblem("max-age", config.maxAge() + " is not from P1D to P1095D"));
    }
    return problems;
  }

  @Override
  public Inputs inputs(FrameworkIndexConfig config) {
    // A treaty may be older than any series.
    Inputs inputs = Inputs.none();
    for (Component component : Component.values()) {
      inputs = inputs.with(component.series(config.theatre()), Inputs.WHOLE_HISTORY);
    }
    return inputs.with(
        FrameworkObservations.codedDays(config.theatre()),
        config.maxAge().plus(FrameworkIndex.DAY.multipliedBy(2)));
  }

  @Override
  public Uncertainty uncertainty(FrameworkIndexConfig config) {
    return uncertainty(config.maxAge());
  }

  @Override
  public Indicator create(FrameworkIndexConfig config) {
    return new FrameworkIndex(config.theatre(), config.maxAge());
  }
}

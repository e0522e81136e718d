package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.List;
import org.muscat.diplomacy.chronicle.TheatreChronicle;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/**
 * Makes {@code allied-reassurance} (A1 of the method): how much a state cooperates with its allies,
 * minus the share of them that refused it. In [-1,1]; the higher, the calmer.
 *
 * <p>The first part is the mean over the allies of {@code (n_c + 20 pi)/(n + 20)} over the unique
 * events of the last seven known days in which the principal acts; pi as in {@link
 * CooperationShareProvider}. The second is the number of allies with a statement in the chronicle
 * that refuses, in the 28 days up to the end of the last coded one, over the number of allies
 * [choice: both parts are then shares of the same states, and a refusal is felt for a month]. An
 * ally of whose refusals none is verified counts half.
 *
 * <p>An ally that is missing gives its weight to the others, but for 90 days the mean is no higher
 * than with the last week that was known of it: what goes missing calms nothing (method, section 2,
 * rule 2). The fact {@code missing} names it.
 *
 * <p>No reading if fewer than half of the allies are known, when their newest day began more than
 * five days ago, or when no day of the chronicle is coded or the last one began more than {@link
 * TheatreChronicle#MAX_AGE} ago, because silence is no consent; partial if not all allies are
 * known, if not all of the 28 days are coded, or if the allies differ by more than {@link
 * AlliedReassurance#MUCH}, the standard deviation of their shares, which is the fact {@code
 * dispersion}. An indicator cannot widen the interval by itself (its uncertainty is declared once),
 * so a model has to look at the fact.
 *
 * <p>The anchors .75 and .25 and the climatological error of 20 points are choices.
 */
public final class AlliedReassuranceProvider implements IndicatorProvider<AlliedReassuranceConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "allied-reassurance",
        "How much a state cooperates with its allies, and how many refuse it",
        Role.PILLAR,
        "share",
        Scale.logistic(.75, .25),
        new Uncertainty(5, 20, Duration.ofDays(1), AlliedReassurance.MAX_AGE),
        "method, section 4, A1 and D2");
  }

  @Override
  public Class<AlliedReassuranceConfig> configType() {
    return AlliedReassuranceConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(AlliedReassuranceConfig config) {
    List<ConfigProblem> problems =
        Windows.validate("allies", config.allies(), "principal", List.of(config.principal()));
    problems.addAll(TheatreChronicle.validate(config.theatre()));
    return problems;
  }

  @Override
  public Inputs inputs(AlliedReassuranceConfig config) {
    Inputs inputs =
        TheatreChronicle.withStatements(
            Inputs.none(), config.theatre(), AlliedReassurance.REFUSALS);
    for (String ally : config.allies()) {
      inputs =
          CooperationPrior.inputs(
              inputs,
              new Dyad(config.principal(), ally),
              RollUp.FIRST_EVENTS,
              RollUp.FIRST_COOPERATION,
              AlliedReassurance.DAYS
                  + (int) AlliedReassurance.MAX_AGE.plus(AlliedReassurance.HOLD).toDays());
    }
    return inputs;
  }

  @Override
  public Indicator create(AlliedReassuranceConfig config) {
    return new AlliedReassurance(config);
  }
}

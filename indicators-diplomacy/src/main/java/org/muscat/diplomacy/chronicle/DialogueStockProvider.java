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
 * Makes {@code dialogue-stock} (D1 of the method): {@code A = sum c m 2^(-(t - t_j)/14 d)} over the
 * dialogue events of the chronicle, {@code D1 = 1 - 2^(-max(A,0)/.8)}, in [0,1). c: denial or
 * cancellation -.5, contact .2, indirect round .5, direct round .8, interim memorandum 1, collapse
 * -1; m = mediator credibility x source reliability (A 1, B .8, C or unverified .5). An agreement
 * in force adds a level of 1.5 m that does not decay; several at once are one level, the highest.
 * It ends with an {@code agreement-end} of the same actors; one that is not verified ends it all
 * the same [choice], since the stock is then rather too low than too high.
 *
 * <p>Risk is {@code 60 (1 - D1)}: no talks is not the worst. The stock decays over coded days only;
 * no reading when the last one is more than a fortnight ago, partial when not all of the eight
 * weeks up to it are coded, none when fewer than half are.
 *
 * <p>The climatological error of 20 points is a choice.
 */
public final class DialogueStockProvider implements IndicatorProvider<DialogueStockConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "dialogue-stock",
        "Talks that happened lately, and agreements in force",
        Role.PILLAR,
        "share",
        Scale.linear(1, 0, 0, 60),
        new Uncertainty(8, 20, Duration.ofDays(1), DialogueStock.MAX_AGE),
        "method, section 4, D1");
  }

  @Override
  public Class<DialogueStockConfig> configType() {
    return DialogueStockConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(DialogueStockConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Theatres.validate(config.theatre()));
    try {
      Credibility.of(config.mediatorCredibility());
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigProblem("mediator-credibility", String.valueOf(e.getMessage())));
    }
    return problems;
  }

  @Override
  public Inputs inputs(DialogueStockConfig config) {
    // An agreement may have been in force for decades.
    return Inputs.none()
        .with(Domain.DIALOGUE.series(config.theatre()), Inputs.WHOLE_HISTORY)
        .with(
            CodedDays.series(config.theatre()),
            CodedDays.lookBack(DialogueStock.WINDOW, DialogueStock.MAX_AGE));
  }

  /** D1 is a level already (method, section 6). */
  @Override
  public Optional<LevelMap> level(DialogueStockConfig config) {
    return Optional.of(LevelMap.identity());
  }

  @Override
  public Indicator create(DialogueStockConfig config) {
    return new DialogueStock(config.theatre(), Credibility.of(config.mediatorCredibility()));
  }
}

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
 * Makes {@code assurance} (D7 of the method): {@code offers/(offers + punishments + 3)}, in [0,1).
 * Offers are the events offer and sanction-relief, punishments the events punishment and sanction,
 * of the chronicle.
 *
 * <p>[choice] Each counts {@code 2^(-(t - t_j)/30 d)}: an offer is on the table for weeks, not for
 * days, and it is not withdrawn by a date. One that is not verified counts half.
 *
 * <p>[choice] Risk is 60 when nothing is offered, as it is without any talks (D1), and falls in a
 * straight line to 10 when the share is one half: that takes three fresh offers and no punishment.
 *
 * <p>Facts: {@code leading-offers} and {@code leading-punishments}, three events each at most.
 *
 * <p>Events wear off over coded days only. No reading when the last one is more than a fortnight
 * ago, partial when not all of the 120 days up to it are coded, none when fewer than half are.
 */
public final class AssuranceProvider implements IndicatorProvider<TheatreConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "assurance",
        "What is offered beside what is threatened",
        Role.PILLAR,
        "share",
        Scale.linear(.5, 10, 0, 60),
        new Uncertainty(8, 20, Duration.ofDays(1), Assurance.HORIZON.maxAge()),
        "method, section 4, D7");
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
    return Assurance.HORIZON.inputs(config.theatre(), Domain.OTHER, Domain.SANCTIONS);
  }

  @Override
  public Indicator create(TheatreConfig config) {
    return new Assurance(config.theatre());
  }
}

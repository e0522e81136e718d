package org.muscat.diplomacy.chronicle;

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
 * Makes {@code talks-opacity} (D6 of the method): {@code H(p)/ln 4} over the states none, contact,
 * negotiating and agreed, in (0,1]. Each event of talks votes for the state that it reports: denial
 * and collapse for none, contact and cancellation for contact, rounds for negotiating, an interim
 * memorandum for agreed; with the weight {@code m 2^(-(t - t_j)/14 d)}, m as in {@link
 * DialogueStockProvider}. An agreement in force votes for agreed with m, and does not wear off;
 * several are one.
 *
 * <p>[choice] A prior of .05 speaks for each state, together a fifth of a report of the day:
 * silence is opaque, one fresh report leaves .37, one of four weeks ago .72. Reports that
 * contradict each other are opaque, too. [choice] The end of an agreement votes for nothing: it
 * says what is over, not what goes on.
 *
 * <p>Facts: {@code most-likely} state or unclear; {@code leading-events}; {@code
 * unconfirmed-share}, the fallback of the method, {@code 1 - confirmed/(confirmed + single-source +
 * denied)} over the reports of eight weeks, confirmed meaning verified with confidence A. That fact
 * counts reports and weighs none, since whether they are verified is what it tells.
 *
 * <p>Votes wear off over coded days only. No reading when the last one is more than a fortnight
 * ago, partial when not all of the eight weeks up to it are coded, none when fewer than half are.
 */
public final class TalksOpacityProvider implements IndicatorProvider<TalksOpacityConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "talks-opacity",
        "How little is known of the state of talks",
        Role.OPACITY,
        "share",
        Scale.linear(0, 0, 1, 100),
        new Uncertainty(8, 20, Duration.ofDays(1), TalksOpacity.HORIZON.maxAge()),
        "method, section 4, D6; Shannon (1948)");
  }

  @Override
  public Class<TalksOpacityConfig> configType() {
    return TalksOpacityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TalksOpacityConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Theatres.validate(config.theatre()));
    try {
      Credibility.of(config.mediatorCredibility());
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigProblem("mediator-credibility", String.valueOf(e.getMessage())));
    }
    return problems;
  }

  @Override
  public Inputs inputs(TalksOpacityConfig config) {
    return TalksOpacity.HORIZON.inputs(config.theatre(), Domain.DIALOGUE);
  }

  @Override
  public Indicator create(TalksOpacityConfig config) {
    return new TalksOpacity(config.theatre(), Credibility.of(config.mediatorCredibility()));
  }
}

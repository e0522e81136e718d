package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.Cadence;
import org.muscat.toolkit.GatedBaseline;
import org.muscat.toolkit.GatedDay;

/**
 * Makes {@code mediation-surge} (D5 of the method, as a hazard mark): {@code z = (N -
 * mu)/sqrt(mu)}, N the unique events of the last week between third parties and principals, all
 * pairs together. The higher, the riskier: what third parties do rises before escalation.
 *
 * <p>N is seven times the mean of the last seven known days, five at least. The week is a choice:
 * it evens out the days of the week. mu is seven times the gated baseline (method, section 3) of
 * the daily events before. Its half-life is 253 days [choice], so that its mean age is a year, as
 * that of a two-year mean. A day counts if all pairs are known on it.
 *
 * <p>No reading while the feed names not all pairs, with fewer than 180 accepted days, or when the
 * last day began more than five days ago [choices]; partial under 730. Counts of news vary more
 * than counts of chance do, so |z| is often above 2; the risk is {@code 100 Phi(z)} all the same, a
 * choice, as no raw history was at hand.
 */
public final class MediationSurgeProvider implements IndicatorProvider<MediationSurgeConfig> {

  private static final Duration MAX_AGE = Duration.ofDays(5);
  private static final Duration HALF_LIFE = Duration.ofDays(253);
  private static final int FEWEST_DAYS = 180;
  private static final double WEEK = 7;

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "mediation-surge",
        "More dealings of third parties with two adversaries than usual",
        Role.PILLAR,
        "z",
        Scale.normal(),
        new Uncertainty(5, 25, Duration.ofDays(1), MAX_AGE),
        "method, sections 3 (gated baseline) and 4 (D5)");
  }

  @Override
  public Class<MediationSurgeConfig> configType() {
    return MediationSurgeConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(MediationSurgeConfig config) {
    return Windows.validate("principals", config.principals(), "mediators", config.mediators());
  }

  @Override
  public Inputs inputs(MediationSurgeConfig config) {
    Inputs inputs = Inputs.none();
    for (Dyad dyad : dyads(config)) {
      // The gate is a fold over the whole past.
      inputs = inputs.with(dyad.dailySeries(RollUp.EVENTS), Inputs.WHOLE_HISTORY);
    }
    return inputs;
  }

  private static List<Dyad> dyads(MediationSurgeConfig config) {
    List<Dyad> dyads = new ArrayList<>();
    for (String mediator : config.mediators()) {
      config.principals().forEach(principal -> dyads.add(new Dyad(principal, mediator)));
    }
    return dyads;
  }

  @Override
  public Indicator create(MediationSurgeConfig config) {
    List<Dyad> dyads = dyads(config);
    return known -> read(known, dyads);
  }

  private static Reading read(SeriesView known, List<Dyad> dyads) {
    DailyCounts counts = DailyCounts.of(known, dyads, RollUp.EVENTS);
    if (!counts.absent().isEmpty()) {
      List<String> absent = counts.absent();
      String others = absent.size() == 1 ? "" : " and " + (absent.size() - 1) + " other series";
      return new NoData("no day is known of " + absent.get(0) + others);
    }
    List<GatedDay> days = GatedBaseline.of(counts.total(), Cadence.DAILY, HALF_LIFE).days();
    if (days.isEmpty()) {
      return new NoData(
          counts.total().size() + " days are known; the baseline needs " + FEWEST_DAYS);
    }
    GatedDay last = days.get(days.size() - 1);
    if (last.observedAt().plus(MAX_AGE).isBefore(known.asOf())) {
      return new NoData(
          "the last week that is known ends with " + last.observedAt() + ", older than 5 days");
    }
    if (last.acceptedDays() < FEWEST_DAYS || last.baseline() <= 0) {
      return new NoData(
          "the baseline is %.2f events a day from %d accepted days; it needs %d, and some event"
              .formatted(last.baseline(), last.acceptedDays(), FEWEST_DAYS));
    }
    return reading(last);
  }

  private static Measured reading(GatedDay last) {
    double usual = WEEK * last.baseline();
    Measured reading =
        Measured.of((WEEK * last.level() - usual) / Math.sqrt(usual), last.observedAt())
            .fact("baseline-days", Integer.toString(last.acceptedDays()));
    if (last.frozenSince() != null) {
      reading = reading.fact("frozen-since", last.frozenSince().toString());
    }
    return last.acceptedDays() < GatedBaseline.WINDOW_DAYS
        ? reading.partial(
            "the baseline has %d of %d days"
                .formatted(last.acceptedDays(), GatedBaseline.WINDOW_DAYS))
        : reading;
  }
}

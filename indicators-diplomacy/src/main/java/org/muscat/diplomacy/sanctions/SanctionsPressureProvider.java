package org.muscat.diplomacy.sanctions;

import java.time.Duration;
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
 * Makes {@code sanctions-pressure} (S1 of the method, on the axis of pressure): N = net
 * designations of the 28 days up to the last list, a vessel counting 2 and a delisting -3, {@code z
 * = (N - mu)/sqrt(mu)}, mu the mean of N over the last 730 days that were accepted; {@code Phi(z)}
 * on the axis. {@code sanctions-strain} is the same number as a risk.
 *
 * <p>A day is accepted while its |z| is at most 3 [choice, as of the gated scores elsewhere], and
 * only if lists at most a week apart cover its whole window. Below one designation in 28 days, 1
 * stands for mu under the root [choice: one designation is no sign of anything].
 *
 * <p>There is no reading before 180 days are accepted [choice: OFAC designates in waves weeks
 * apart, and of less than half a year the mean is that of one wave], that is, 208 days after the
 * first list; none two weeks after the last one; and it is partial while any of the 28 days lacks a
 * list.
 *
 * <p>Designations come in batches, so that N varies more than a count of single events would: z is
 * a ranking rather than a probability.
 */
public final class SanctionsPressureProvider implements IndicatorProvider<SanctionsConfig> {

  /** A window turns over in four weeks; the spread is that of a standard score's risk. */
  static final Uncertainty UNCERTAINTY =
      new Uncertainty(5, 28.9, Duration.ofDays(7), Duration.ofDays(14));

  static final String LITERATURE = "method, section 4, S1, and section 3 (gated baseline)";

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "sanctions-pressure",
        "Net designations of the US Treasury in four weeks against what is usual",
        Role.AXIS,
        "z",
        Scale.normal(),
        UNCERTAINTY,
        LITERATURE);
  }

  @Override
  public Class<SanctionsConfig> configType() {
    return SanctionsConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(SanctionsConfig config) {
    return Theatres.validate(config.theatre());
  }

  @Override
  public Inputs inputs(SanctionsConfig config) {
    return inputsOf(config.theatre());
  }

  /** The gate makes each day depend on all before it. */
  static Inputs inputsOf(String theatre) {
    return Inputs.none()
        .with(OfacSeries.events(theatre), Inputs.WHOLE_HISTORY)
        .with(OfacSeries.lists(theatre), Inputs.WHOLE_HISTORY);
  }

  @Override
  public Optional<LevelMap> level(SanctionsConfig config) {
    return Optional.of(LevelMap.normal());
  }

  @Override
  public Indicator create(SanctionsConfig config) {
    return new NetDesignations(config.theatre());
  }
}

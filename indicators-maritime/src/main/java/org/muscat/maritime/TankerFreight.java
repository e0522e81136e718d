package org.muscat.maritime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
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
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.RobustZ;

/**
 * M9, tanker freight: the gated robust standard score of the newest rate of TD3C, or of a series
 * that follows it, among the last 500 accepted rates before it, two years of business days. A rate
 * is accepted while its own |z| is at most 3 [choice], the first 120 as they come, so the baseline
 * does not learn a crisis; {@code frozen-since} says from when on it has learnt nothing. The unit
 * does not matter. There is no free source: rates come by file drop.
 *
 * <p>The spread is that of a standard score's risk, which is uniform: 28.9 points.
 */
final class TankerFreight implements IndicatorProvider<TankerFreightConfig> {

  private static final int BASELINE = 500;
  private static final int SMALLEST_BASELINE = 120;
  private static final double GATE = 3;
  private static final Duration MAX_AGE = Duration.ofDays(14);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "tanker-freight",
        "Freight of crude from the Gulf against what is usual",
        Role.PILLAR,
        "z",
        Scale.normal(),
        new Uncertainty(3, 28.9, Duration.ofDays(7), MAX_AGE),
        "method, sections 3 (robust z, gated) and 4 (M9)");
  }

  @Override
  public Class<TankerFreightConfig> configType() {
    return TankerFreightConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(TankerFreightConfig config) {
    try {
      inputs(config);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(new ConfigProblem("series", String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Inputs inputs(TankerFreightConfig config) {
    return Inputs.none().with(config.series(), Inputs.WHOLE_HISTORY);
  }

  @Override
  public Indicator create(TankerFreightConfig config) {
    return known -> read(known, config.series());
  }

  private static Reading read(SeriesView known, String name) {
    Series rates = known.series(name);
    if (rates.isEmpty()) {
      return new NoData("no rate of '" + name + "' is known");
    }
    RobustZ baseline = new RobustZ(BASELINE, SMALLEST_BASELINE, GATE);
    int last = rates.size() - 1;
    for (int i = 0; i < last; i++) {
      baseline.offer(LocalDate.ofEpochDay(rates.epochDay(i)), rates.value(i));
    }
    if (baseline.size() < SMALLEST_BASELINE) {
      return new NoData(
          "'%s' has %d rates before the newest; a score needs %d"
              .formatted(name, baseline.size(), SMALLEST_BASELINE));
    }
    OptionalDouble z = baseline.score(rates.value(last));
    if (z.isEmpty()) {
      return new NoData("the " + baseline.size() + " rates of the baseline have no spread");
    }
    int size = baseline.size();
    baseline.offer(LocalDate.ofEpochDay(rates.epochDay(last)), rates.value(last));
    Measured reading =
        Measured.of(z.getAsDouble(), rates.lastTime())
            .fact("baseline-rates", Integer.toString(size));
    LocalDate frozenSince = baseline.frozenSince();
    Measured told =
        frozenSince == null ? reading : reading.fact("frozen-since", frozenSince.toString());
    return size < BASELINE
        ? told.partial("the baseline has " + size + " of " + BASELINE + " rates")
        : told;
  }
}

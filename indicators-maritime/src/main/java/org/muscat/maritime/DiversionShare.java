package org.muscat.maritime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.muscat.maritime.geo.Strait;
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

/**
 * M2, diversion: {@code Cape/(Cape + Suez + Bab)} of the means of seven days, minus the mean of
 * that share over usual years, in percentage points. It turns a quiet Red Sea into a measured
 * detour. A ship that passes the Red Sea from end to end counts at both of its gates.
 *
 * <p>The mean rests on the days of the usual years that were known at the moment of the view, in
 * the vintage of the view, so there is no look-ahead; with fewer than a year of them there is no
 * reading, and before their end the reading is partial.
 *
 * <p>No recorded data has the Cape of Good Hope: this indicator was tried on made-up counts only,
 * and the anchors 2 and 15 points, like the deviation of 25, are choices.
 */
final class DiversionShare implements IndicatorProvider<DiversionShareConfig> {

  /** The fewest days of the usual years that make a mean. */
  static final int FEWEST_DAYS = 365;

  private static final List<Strait> STRAITS =
      List.of(Strait.CAPE_OF_GOOD_HOPE, Strait.SUEZ, Strait.BAB_EL_MANDEB);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "diversion-share",
        "Ships that go around the Cape instead of through the Red Sea, against usual years",
        Role.PILLAR,
        "pp",
        Scale.logistic(2, 15),
        new Uncertainty(5, 25, Duration.ofDays(7), Duration.ofDays(28)),
        "method, section 4, M2; data of IMF PortWatch; never seen on recorded data");
  }

  @Override
  public Class<DiversionShareConfig> configType() {
    return DiversionShareConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(DiversionShareConfig config) {
    return config.from().plusDays(FEWEST_DAYS).isAfter(config.until())
        ? List.of(
            new ConfigProblem(
                "until",
                "%s is less than %d days after from, %s"
                    .formatted(config.until(), FEWEST_DAYS, config.from())))
        : List.of();
  }

  @Override
  public Inputs inputs(DiversionShareConfig config) {
    Inputs inputs = Inputs.none();
    for (Strait strait : STRAITS) {
      inputs = inputs.with(config.measure().series(strait.word()), Inputs.WHOLE_HISTORY);
    }
    return inputs;
  }

  @Override
  public Indicator create(DiversionShareConfig config) {
    return known -> read(known, config);
  }

  private static Reading read(SeriesView known, DiversionShareConfig config) {
    Shares shares =
        Shares.of(
            STRAITS.stream()
                .map(strait -> known.series(config.measure().series(strait.word())))
                .toList());
    if (shares.isEmpty()) {
      return new NoData(shares.whyNone());
    }
    Shares usual = shares.between(config.from(), config.until());
    if (usual.size() < FEWEST_DAYS) {
      return new NoData(
          "%d days from %s to %s have a share; %d are needed to know what is usual"
              .formatted(usual.size(), config.from(), config.until(), FEWEST_DAYS));
    }
    Instant newest = shares.lastTime();
    Measured measured =
        Measured.of(100 * (shares.last() - usual.mean()), newest)
            .fact("share", percent(shares.last()))
            .fact("usual-share", percent(usual.mean()));
    return shares.reaches(config.until())
        ? measured
        : measured.partial(
            "the usual years are not over: %d days of them are known".formatted(usual.size()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

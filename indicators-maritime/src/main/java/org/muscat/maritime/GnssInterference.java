package org.muscat.maritime;

import java.time.Duration;
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

/**
 * M7, interference with satellite navigation: the newest day of {@code gnss/<strait>/interference},
 * the mean share of aircraft with bad accuracy over the cells of the area, in percent (see the feed
 * {@code gnss-files}). Anchors are the levels of GPSJam, whose map calls 2 % low and 10 % high; no
 * recorded series exists to take percentiles from, so spread and anchors are a choice.
 */
final class GnssInterference implements IndicatorProvider<StraitConfig> {

  /** At which share an area counts as jammed, in percent. */
  static final double JAMMED = 10;

  private static final double LOW = 2;
  private static final Duration MAX_AGE = Duration.ofDays(7);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "gnss-interference",
        "Aircraft over a strait whose satellite navigation is disturbed",
        Role.PILLAR,
        "%",
        Scale.logistic(LOW, JAMMED),
        new Uncertainty(5, 25, Duration.ofDays(1), MAX_AGE),
        "method, section 4, M7; levels of GPSJam");
  }

  @Override
  public Class<StraitConfig> configType() {
    return StraitConfig.class;
  }

  @Override
  public Inputs inputs(StraitConfig config) {
    return Inputs.none().with(series(config.strait()), MAX_AGE);
  }

  @Override
  public Indicator create(StraitConfig config) {
    String series = series(config.strait());
    return known -> read(series, known);
  }

  private static Reading read(String series, SeriesView known) {
    Series shares = known.series(series);
    if (shares.isEmpty()) {
      return new NoData("no day of '" + series + "' of the last week is known");
    }
    double share = shares.lastValue();
    if (share < 0 || share > 100) {
      return NoData.suspect("a share of %s %% on %s".formatted(share, shares.lastTime()));
    }
    return Measured.of(share, shares.lastTime());
  }

  static String series(String strait) {
    return "gnss/" + strait + "/interference";
  }
}

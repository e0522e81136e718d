package org.muscat.maritime;

import java.time.Duration;
import java.util.OptionalDouble;
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
 * M6, AIS-dark share: of the vessels that entered a strait in the last seven observed days and
 * whose passage is known, how many fell silent and were not seen at the other end, in percent (see
 * the feed {@code ais-files}).
 *
 * <p>Jamming is not darkness: where {@code gnss/<strait>/interference} is known to be above 10 % on
 * one of these days, the reading is suspect. Fewer than ten vessels give none. No recorded series
 * exists to take percentiles from, so anchors and spread are a choice.
 */
final class AisDarkShare implements IndicatorProvider<StraitConfig> {

  private static final int WINDOW_DAYS = 7;
  private static final int LEAST_VESSELS = 10;
  private static final Duration MAX_AGE = Duration.ofDays(14);

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "ais-dark-share",
        "Vessels that fall silent in a strait",
        Role.PILLAR,
        "%",
        Scale.logistic(10, 40),
        new Uncertainty(5, 25, Duration.ofDays(7), MAX_AGE),
        "method, section 4, M6");
  }

  @Override
  public Class<StraitConfig> configType() {
    return StraitConfig.class;
  }

  @Override
  public Inputs inputs(StraitConfig config) {
    Duration lookBack = MAX_AGE.plusDays(WINDOW_DAYS);
    return Inputs.none()
        .with(before(config.strait()), lookBack)
        .with(dark(config.strait()), lookBack)
        .with(GnssInterference.series(config.strait()), lookBack);
  }

  @Override
  public Indicator create(StraitConfig config) {
    return known -> read(config.strait(), known);
  }

  private static Reading read(String strait, SeriesView known) {
    Series before = known.series(before(strait));
    if (before.isEmpty()) {
      return new NoData("no day of '" + before(strait) + "' of the last three weeks is known");
    }
    Series week = before.since(before.lastTime().minus(Duration.ofDays(WINDOW_DAYS)).plusMillis(1));
    Series dark = known.series(dark(strait));
    double vessels = 0;
    double silent = 0;
    for (int i = 0; i < week.size(); i++) {
      OptionalDouble vanished = dark.at(week.time(i));
      if (vanished.isEmpty()) {
        return new NoData("'" + dark(strait) + "' lacks " + week.time(i));
      }
      vessels += week.value(i);
      silent += vanished.getAsDouble();
    }
    if (vessels < LEAST_VESSELS) {
      return new NoData(
          "%d vessels in the week up to %s; a share needs %d"
              .formatted((long) vessels, week.lastTime(), LEAST_VESSELS));
    }
    return jammed(known.series(GnssInterference.series(strait)), week)
        ? NoData.suspect(
            "satellite navigation was disturbed in the week up to "
                + week.lastTime()
                + ": vessels may be jammed, not dark")
        : Measured.of(100 * silent / vessels, week.lastTime())
            .fact("vessels", Long.toString((long) vessels));
  }

  private static boolean jammed(Series interference, Series week) {
    Series shares = interference.since(week.time(0));
    for (int i = 0; i < shares.size(); i++) {
      if (shares.value(i) > GnssInterference.JAMMED) {
        return true;
      }
    }
    return false;
  }

  private static String before(String strait) {
    return "ais/" + strait + "/seen-before";
  }

  private static String dark(String strait) {
    return "ais/" + strait + "/dark";
  }
}

package org.muscat.energy;

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
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.SevenDayMean;

/**
 * E12, how far the news of the week goes beyond all of the last year: {@code max(0, G - max G')}, G
 * the mean of the last seven days of the GPR index and G' that of each day of the twelve months
 * before, whose seven days G shares none of. In points of the index (100 = mean of 1985-2019).
 *
 * <p>Without the week's own days in G', because beside them a slow rise would be news on no day. A
 * day that a standing source repeats is no day of the week; with fewer than five, no reading.
 */
final class NewsNovelty implements IndicatorProvider<NewsNoveltyConfig> {

  private static final int WEEK = 7;
  private static final int YEAR = 365;

  /** Of the year. Fewer could leave out what was as loud. */
  private static final int FEWEST_DAYS = 330;

  private static final double SIGMA_0 = 5;

  /** A year, two weeks, and what the newest day may be late by. */
  private static final Duration LOOK_BACK = Duration.ofDays(YEAR + 5 * WEEK);

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.of(
        "news-novelty",
        "News of geopolitical risk beyond those of the last year",
        "index points",
        NewsNovelty::uncertainty,
        "method, section 4, E12; Caldara and Iacoviello (2022), Measuring Geopolitical Risk,"
            + " American Economic Review 112; Hamilton (1996), for the maximum of a year");
  }

  @Override
  public Class<NewsNoveltyConfig> configType() {
    return NewsNoveltyConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(NewsNoveltyConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(NewsNoveltyConfig config) {
    return Inputs.none().with(config.series(), LOOK_BACK);
  }

  @Override
  public Indicator create(NewsNoveltyConfig config) {
    return Measurement.indicator(known -> read(DailyPrints.news(known.series(config.series()))));
  }

  private static Measured read(Series known) throws NoReadingException {
    int last = known.size() - 1;
    OptionalDouble week = last < 0 ? OptionalDouble.empty() : SevenDayMean.at(known, last);
    if (week.isEmpty()) {
      throw NoReadingException.because(
          "the last week of '%s' has fewer than %d days"
              .formatted(known.name(), SevenDayMean.LEAST_DAYS));
    }
    long to = known.epochDay(last) - WEEK;
    double highest = Double.NEGATIVE_INFINITY;
    int days = 0;
    for (int i = last; i >= 0 && known.epochDay(i) > to - YEAR; i--) {
      if (known.epochDay(i) <= to) {
        OptionalDouble mean = SevenDayMean.at(known, i);
        if (mean.isPresent()) {
          highest = Math.max(highest, mean.getAsDouble());
          days++;
        }
      }
    }
    if (days < FEWEST_DAYS) {
      throw NoReadingException.because(
          "the year up to %s has %d weekly means of '%s', %d are needed"
              .formatted(LocalDate.ofEpochDay(to), days, known.name(), FEWEST_DAYS));
    }
    return Measured.of(Math.max(0, week.getAsDouble() - highest), known.time(last));
  }

  /**
   * Counted words of a file that is published once a week: as unsure as counts, older than prices.
   */
  private static Uncertainty uncertainty(double sigmaClim) {
    return new Uncertainty(SIGMA_0, sigmaClim, Duration.ofDays(WEEK), Duration.ofDays(2 * WEEK));
  }
}

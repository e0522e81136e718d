package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code gdelt}: the raw event files of GDELT 2.0 as they come, every quarter of an
 * hour, as daily counts for pairs of states. It observes what {@link GdeltFilesProvider} says.
 *
 * <p>Files are taken in the order of their stamps, one a batch, checked against the md5 of the
 * lists. A file that is not on the host, or is broken there, holds up the others until the newest
 * file is later by {@code patience}; then it is passed over, and the batch says so. It is not asked
 * for again. Nothing is passed over while the host does not give its newest file either. The first
 * fetch begins at {@code from} or {@code back-fill} before the newest file.
 *
 * <p>What a file says is known a quarter of an hour after its stamp, or, if the host says that it
 * was put there later, up to {@code patience} after it, from then on ({@code Last-Modified}).
 *
 * <p>Gauges: {@code newest_file_timestamp_seconds}, the stamp of the host's newest file. Counts:
 * {@code passed_over_files}, {@code read_rows}.
 */
public final class GdeltProvider implements FeedProvider<GdeltConfig> {

  /** GDELT 2.0 begins on this day. */
  private static final LocalDate EARLIEST = LocalDate.of(2015, 2, 18);

  private static final Duration LONGEST = Duration.ofDays(366);

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "gdelt",
        "Events between pairs of states from GDELT 2.0, as they come",
        "GDELT Project, https://www.gdeltproject.org",
        FileStamp.CADENCE,
        "free to use and redistribute with a citation of the GDELT Project");
  }

  @Override
  public Class<GdeltConfig> configType() {
    return GdeltConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(GdeltConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Dyad.validate(config.dyads()));
    config
        .from()
        .filter(day -> day.isBefore(EARLIEST))
        .ifPresent(
            day ->
                problems.add(
                    new ConfigProblem(
                        "from", day + " is before GDELT 2.0 begins, on " + EARLIEST)));
    if (config.backFill().isNegative() || config.backFill().compareTo(LONGEST) > 0) {
      problems.add(
          new ConfigProblem(
              "back-fill", config.backFill() + " is not from PT0S to P366D; use 'from' for more"));
    }
    if (config.patience().isNegative() || config.patience().compareTo(LONGEST) > 0) {
      problems.add(new ConfigProblem("patience", config.patience() + " is not from PT0S to P366D"));
    }
    if (config.url().getHost() == null
        || config.url().getRawUserInfo() != null
        || config.url().getRawQuery() != null
        || !config.url().getPath().endsWith("/")) {
      problems.add(
          new ConfigProblem(
              "url",
              "is not an absolute address of http or https that ends with '/', without a user or"
                  + " parameters"));
    }
    return problems;
  }

  @Override
  public Feed create(GdeltConfig config, FeedContext context) {
    return new GdeltFeed(config, context);
  }
}

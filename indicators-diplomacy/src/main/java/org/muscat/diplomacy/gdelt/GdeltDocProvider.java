package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code gdelt-doc}: how much of the world's news is about something, and in which
 * tone, from the DOC 2.0 API of GDELT. A second source beside the files, never needed.
 *
 * <p>Points at the start of the day (UTC): {@code news/<topic>/volume}, the share of all documents
 * in per cent, and {@code news/<topic>/tone}, their mean tone, -100 to 100. Only days that are over
 * are taken, each once. What the first fetch of a series tells counts as known from the end of the
 * day after, an assumption; later ones from the fetch on.
 *
 * <p>The API wants five seconds between requests, so the feed rests between volume and tone. It
 * sheds load by 429, and refuses a query with status 200 and a sentence, which is {@code BAD_DATA}.
 * An empty object means that it has nothing.
 */
public final class GdeltDocProvider implements FeedProvider<GdeltDocConfig> {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DAYS = 3_650;

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "gdelt-doc",
        "Volume and tone of news about something from the GDELT DOC API",
        "GDELT Project, https://www.gdeltproject.org",
        Duration.ofDays(1),
        "free to use and redistribute with a citation of the GDELT Project");
  }

  @Override
  public Class<GdeltDocConfig> configType() {
    return GdeltDocConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(GdeltDocConfig config) {
    List<ConfigProblem> problems = new ArrayList<>();
    if (config.query().isBlank()) {
      problems.add(new ConfigProblem("query", "is blank; say what the documents are about"));
    }
    Duration backFill = config.backFill();
    if (!backFill.equals(Duration.ofDays(backFill.toDays()))
        || backFill.compareTo(GdeltDocFeed.SHORTEST) < 0
        || backFill.toDays() > MOST_DAYS) {
      problems.add(
          new ConfigProblem(
              "back-fill", backFill + " is not a number of whole days, from P14D to P3650D"));
    }
    if (config.pause().isNegative() || config.pause().compareTo(LONGEST_PAUSE) > 0) {
      problems.add(new ConfigProblem("pause", config.pause() + " is not from PT0S to PT1M"));
    }
    if (config.url().getHost() == null || config.url().getRawUserInfo() != null) {
      problems.add(
          new ConfigProblem("url", "is not an absolute address of http or https without a user"));
    }
    return problems;
  }

  @Override
  public Feed create(GdeltDocConfig config, FeedContext context) {
    return new GdeltDocFeed(config, context);
  }
}

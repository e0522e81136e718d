package org.muscat.maritime.portwatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code portwatch}: transits of chokepoints a day, as IMF PortWatch estimates them
 * from ship positions.
 *
 * <p>For each strait, such as {@code hormuz}, points at the start of the day (UTC):
 *
 * <ul>
 *   <li>{@code transits/hormuz/all}, {@code tanker}, {@code cargo}, {@code container}, {@code
 *       dry-bulk}, {@code general-cargo}, {@code roro}: calls of ships
 *   <li>{@code capacity/hormuz/all}, {@code tanker}: their capacity, in metric tons
 * </ul>
 *
 * <p>The first fetch reads the whole history, strait by strait; later ones ask again for the
 * overlap, because PortWatch rewrites its past. Points of the first fetch of a strait count as
 * known from the end of the day that lies the lag after theirs, an assumption, if that was before
 * the feed began; later ones from the fetch on. A strait that cannot be read is a rejection that
 * names it, and its gauge {@code strait_unread} is 1; the fetch fails if none can be read, or one
 * of the first whole history. A round over a layer that was not edited since the last one asks for
 * no rows; the gauge {@code last_edit_timestamp_seconds} tells when it was edited.
 */
public final class PortWatchProvider implements FeedProvider<PortWatchConfig> {

  private static final Duration SHORTEST_OVERLAP = Duration.ofDays(90);
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(3_660);

  private static final Duration LONGEST_LAG = Duration.ofDays(60);

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
            "portwatch",
            "Daily transits of chokepoints from IMF PortWatch",
            "IMF PortWatch, https://portwatch.imf.org",
            Duration.ofDays(7),
            "free to use with attribution to IMF PortWatch")
        .tellingWholeHistory();
  }

  @Override
  public Class<PortWatchConfig> configType() {
    return PortWatchConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(PortWatchConfig config) {
    List<ConfigProblem> problems = new ArrayList<>();
    if (config.straits().isEmpty()) {
      problems.add(new ConfigProblem("straits", "is empty; name at least one, such as hormuz"));
    }
    if (new HashSet<>(config.straits()).size() < config.straits().size()) {
      problems.add(new ConfigProblem("straits", "names a strait twice; drop one"));
    }
    Duration overlap = config.overlap();
    if (!overlap.equals(Duration.ofDays(overlap.toDays()))
        || overlap.compareTo(SHORTEST_OVERLAP) < 0
        || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      problems.add(
          new ConfigProblem(
              "overlap",
              overlap
                  + " is not a number of whole days, from P90D to P3660D; less would not show when the"
                  + " source tells its past anew"));
    }
    if (!config.lag().equals(Duration.ofDays(config.lag().toDays()))
        || config.lag().isNegative()
        || config.lag().compareTo(LONGEST_LAG) > 0) {
      problems.add(
          new ConfigProblem(
              "lag", config.lag() + " is not a number of whole days, from P0D to P60D"));
    }
    if (config.url().getHost() == null || config.url().getRawUserInfo() != null) {
      problems.add(
          new ConfigProblem("url", "is not an absolute address of http or https without a user"));
    }
    return problems;
  }

  @Override
  public Feed create(PortWatchConfig config, FeedContext context) {
    return new PortWatchFeed(config, context);
  }
}

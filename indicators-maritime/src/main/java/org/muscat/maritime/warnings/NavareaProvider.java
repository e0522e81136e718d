package org.muscat.maritime.warnings;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code navarea}: broadcast warnings in force (NAVAREA IV and XII, HYDROPAC,
 * HYDROLANT, HYDROARC) as events of {@code warnings/navarea}, known from the fetch on.
 *
 * <p>The key is {@code HYDROPAC 1234/2023}, observed-at the date of issue, the value 1, the type
 * told from the text. Attributes: {@code latitude} and {@code longitude}, the mean of the positions
 * of the text; {@code subregion}, {@code authority}, {@code until}. A warning without a position is
 * kept without one if it has a subregion. A position that cannot be read is left out of the mean;
 * {@code left-out} tells the first of them and why.
 *
 * <p>{@code until} is when the message says that it is to be cancelled. A warning that is no longer
 * in the list has ended: it is told once more with {@code until} = the moment of that fetch, unless
 * it ended earlier by its own date. An answer with a warning whose key cannot be read ends none.
 */
public final class NavareaProvider implements FeedProvider<NavareaConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "navarea",
        "Broadcast warnings to mariners in force",
        "US NGA Maritime Safety Information, https://msi.nga.mil",
        Duration.ofHours(1),
        "public domain (US government)");
  }

  @Override
  public Class<NavareaConfig> configType() {
    return NavareaConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(NavareaConfig config) {
    return config.url().getHost() == null || config.url().getRawUserInfo() != null
        ? List.of(
            new ConfigProblem("url", "is not an absolute address of http or https without a user"))
        : List.of();
  }

  @Override
  public Feed create(NavareaConfig config, FeedContext context) {
    return new NavareaFeed(config.url(), context.http(), context.clock());
  }
}

package org.muscat.diplomacy.framework;

import java.time.Duration;
import java.util.List;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code framework}: which rules and channels for peace stand in a theatre.
 *
 * <p>For each component an event of the type {@code level} in {@code
 * framework/<theatre>/<component>} on the first day of each level, the value being the level (0, .5
 * or 1), the key naming version and day, with the attributes reason, verified, and version of the
 * file; and a point with value 1 in {@code framework/<theatre>/coded} for each coded day. Known a
 * day after their day, and not before the first coded one (assumed).
 *
 * <p>A file with anything wrong in it is left out whole, with each problem as a rejection; so is
 * one that calls a day coded which is not over, by the clock of the host.
 */
public final class FrameworkProvider implements FeedProvider<FrameworkConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "framework",
        "Hand-coded rules and channels for peace of a theatre",
        "the framework file of Muscat; each level names its reason and sources",
        Duration.ofDays(1),
        "Apache-2.0");
  }

  @Override
  public Class<FrameworkConfig> configType() {
    return FrameworkConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(FrameworkConfig config) {
    return Theatres.validate(config.theatre());
  }

  @Override
  public Feed create(FrameworkConfig config, FeedContext context) {
    FrameworkSource source =
        config
            .path()
            .<FrameworkSource>map(
                path -> new FrameworkSource.OwnFile(context.baseFolder().resolve(path)))
            .orElseGet(() -> new FrameworkSource.Bundled(config.theatre()));
    return new FrameworkFeed(config.theatre(), source, context.clock());
  }
}

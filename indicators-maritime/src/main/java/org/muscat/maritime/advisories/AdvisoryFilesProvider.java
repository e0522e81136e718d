package org.muscat.maritime.advisories;

import java.time.Clock;
import java.time.Duration;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFeed;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Makes the feed {@code advisory-files}: advisories as events of {@code advisories/<area>} from CSV
 * files with the header {@code issuer,number,area,level,issued,until,title,known_at}.
 *
 * <p>The key is the number, observed-at the date of issue, the type the level's word: {@code
 * advisory} 1, {@code substantial} 2, {@code severe} and {@code critical} 3, {@code closure} 4,
 * {@code cancelled} 0. A later row of the same number, such as {@code cancelled}, takes its place
 * from its own {@code issued} on. {@code until} is the first moment at which it no longer holds; it
 * may be empty, and {@code known_at} may be empty or absent: then a row is known from the fetch on.
 */
public final class AdvisoryFilesProvider implements FeedProvider<AdvisoryFilesConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "advisory-files",
        "Advisories to shipping from files",
        "files",
        Duration.ofMinutes(1),
        "as stated by whoever drops the file; MARAD is public domain (US government)");
  }

  @Override
  public Class<AdvisoryFilesConfig> configType() {
    return AdvisoryFilesConfig.class;
  }

  @Override
  public Feed create(AdvisoryFilesConfig config, FeedContext context) {
    Clock clock = context.clock();
    return new DropFeed(
        DropFolder.of(context, config.path()), header -> AdvisoryRows.open(header, clock), clock);
  }
}

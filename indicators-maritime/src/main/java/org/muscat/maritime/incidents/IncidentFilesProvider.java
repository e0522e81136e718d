package org.muscat.maritime.incidents;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Makes the feed {@code incident-files}: reports of incidents at sea as events of {@code
 * incidents/asam}, {@code ukmto}, {@code imb} and {@code jmic}. The layout of a file is told by its
 * header (ASAM, UKMTO, IMB or the plain one), a {@code *.json} file is an answer of NGA; see
 * docs/maritime-reports.md.
 *
 * <p>The key is the reporter's reference; a text with "Update of entry X" has the key X, and its
 * own reference as the attribute {@code update}. M4 counts the latest known version of a key only.
 * The type is told from the text, in the plain layout from its column; the value is the weight of
 * M4: hit 2, seizure and boarding 1.5, attack 1, suspicious approach .3, other 0. A row without a
 * usable position or date is rejected.
 */
public final class IncidentFilesProvider implements FeedProvider<IncidentFilesConfig> {

  private static final Duration LONGEST_LAG = Duration.ofDays(366);

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "incident-files",
        "Reports of incidents at sea from files",
        "files",
        Duration.ofMinutes(1),
        "as stated by whoever drops the file; ASAM is public domain (US NGA)");
  }

  @Override
  public Class<IncidentFilesConfig> configType() {
    return IncidentFilesConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(IncidentFilesConfig config) {
    return config
        .lag()
        .filter(lag -> lag.isNegative() || lag.compareTo(LONGEST_LAG) > 0)
        .map(lag -> List.of(new ConfigProblem("lag", lag + " is not between PT0S and P366D")))
        .orElse(List.of());
  }

  @Override
  public Feed create(IncidentFilesConfig config, FeedContext context) {
    return new IncidentFilesFeed(
        DropFolder.of(context, config.path()), config.lag(), context.clock());
  }
}

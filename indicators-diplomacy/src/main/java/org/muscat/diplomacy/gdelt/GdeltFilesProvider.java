package org.muscat.diplomacy.gdelt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code gdelt-files}: raw GDELT 2.0 event files, unpacked, as daily counts for
 * pairs of states.
 *
 * <p>For each dyad and each event date in a file it observes one event of the series {@code
 * events/usa-irn/gdelt} (codes in the order of the configuration): key {@code <file stamp>/<event
 * date>}, type {@code dyad-day}, value the number of unique events, attributes {@code root-01} to
 * {@code root-20} (counts, where not 0), {@code weight} = sum w and {@code goldstein-weighted} =
 * sum w G. There is always an observation for the day of the file, so that silence (value 0) is
 * told from a file that was never read. Known a quarter of an hour after the stamp.
 *
 * <p>The folder is followed forward, one file a fetch; a file older than the last one taken is not
 * taken. Move a file into the folder when it is whole.
 */
public final class GdeltFilesProvider implements FeedProvider<GdeltFilesConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "gdelt-files",
        "Events between pairs of states from raw GDELT 2.0 files",
        "GDELT 2.0 event database",
        FileStamp.CADENCE,
        "free to use and redistribute with a citation of the GDELT Project");
  }

  @Override
  public Class<GdeltFilesConfig> configType() {
    return GdeltFilesConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(GdeltFilesConfig config) {
    List<ConfigProblem> problems = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (String text : config.dyads()) {
      try {
        Dyad dyad = Dyad.parse(text);
        if (!seen.add(Set.of(dyad.first(), dyad.second()))) {
          problems.add(new ConfigProblem("dyads", "'" + text + "' is listed twice; drop one"));
        }
      } catch (IllegalArgumentException e) {
        problems.add(new ConfigProblem("dyads", String.valueOf(e.getMessage())));
      }
    }
    if (config.dyads().isEmpty()) {
      problems.add(new ConfigProblem("dyads", "is empty; name at least one, such as USA-IRN"));
    }
    return problems;
  }

  @Override
  public Feed create(GdeltFilesConfig config, FeedContext context) {
    return new GdeltFiles(
        context.baseFolder().resolve(config.path()),
        config.dyads().stream().map(Dyad::parse).toList());
  }
}

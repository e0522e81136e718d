package org.muscat.diplomacy.gdelt;

import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Makes the feed {@code gdelt-files}: raw GDELT 2.0 event files, packed or unpacked, as daily
 * counts for pairs of states.
 *
 * <p>For each dyad and each event date in a file it observes one event of the series {@code
 * events/usa-irn/gdelt} (codes in the order of the configuration): key {@code <file stamp>/<event
 * date>}, type {@code dyad-day}, value the number of unique events. Attributes, counts only where
 * not 0:
 *
 * <ul>
 *   <li>{@code root-01} to {@code root-20}, {@code quad-1} to {@code quad-4}: unique events by
 *       CAMEO root and quad class
 *   <li>{@code first-cooperation}, {@code first-conflict}, {@code second-cooperation}, {@code
 *       second-conflict}: those in which the state named first, or second, acts. An event of which
 *       some reports name the one and some the other counts for both
 *   <li>{@code weight} = sum w, {@code goldstein-weighted} = sum w G, {@code tone-weighted} = sum w
 *       tone, w = ln(1 + domains of the event)
 *   <li>{@code articles}: documents, of each domain and event the most that a row counts; {@code
 *       domains}: distinct source domains
 * </ul>
 *
 * <p>There is always an observation for the day of the file, so that silence (value 0) is told from
 * a file that was never read. Known a quarter of an hour after the stamp.
 *
 * <p>When a day is over, and again when the next one is, it observes the day over all files: an
 * event of {@code events/usa-irn/gdelt-day} with the key {@code <date>} and the same attributes,
 * {@code files} of the day itself and {@code files-after} of the next; and the points {@code
 * dyads/usa-irn/events}, {@code cooperation}, {@code talk}, {@code first-events}, {@code
 * first-cooperation}, {@code tone}, {@code articles}, if at least 92 of the day's 96 files were
 * read.
 *
 * <p>With {@code mends} nothing is said of when it was known, so it is from the fetch on: the days
 * that the feed {@code gdelt} told from fewer files get a revision of today, and the past stays as
 * it was. Days of fewer than 92 files are not told then.
 *
 * <p>The folder is followed forward, one file a fetch; a file older than the last one taken is not
 * taken. Move a file into the folder when it is whole. A folder inside the base folder is made when
 * it is absent.
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
    return Dyad.validate(config.dyads());
  }

  @Override
  public Feed create(GdeltFilesConfig config, FeedContext context) {
    return new GdeltFiles(
        DropFolder.of(context, config.path()),
        config.dyads().stream().map(Dyad::parse).toList(),
        config.mends());
  }
}

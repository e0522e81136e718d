package org.muscat.diplomacy.sanctions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFolder;

/**
 * Makes the feed {@code ofac}: what changes in the list of specially designated nationals (SDN) of
 * the US Treasury, in the programmes that count.
 *
 * <ul>
 *   <li>{@code events/<theatre>/ofac}: {@code designation} (value 1), {@code vessel} (2), {@code
 *       delisting} (-3), key {@code <day of publication>/<number of the entry>}, with a hash of the
 *       two lists behind if they name one day, observed on that day. Attributes name, kind,
 *       programme, imo of a vessel, and {@code list-before}, the day of the list that it was
 *       compared with: what came and went between the two is dated by the second, and what came and
 *       went again is not seen. A {@code baseline} (0) is the first list, or the first one after
 *       other programmes were configured; what stands in it is no news. Its key is {@code <day of
 *       publication>/baseline/<programmes>}.
 *   <li>{@code ofac/<theatre>/list}: a point for each day (UTC) on which a list was seen: how many
 *       entries are watched. A day without one is not known to be quiet.
 * </ul>
 *
 * <p>Known from the fetch on. Of a folder of lists, what was there at first is known from the end
 * of the day in the file's name, assumed; what is put there later, from the fetch on. With other
 * programmes the last list that was read is the baseline, known from the fetch on; the lists before
 * it are not read again, because nobody knew their changes under these programmes then.
 *
 * <p>A list that is not whole tells no delisting. A list that is older than the one before, or that
 * lost more entries than can be believed, is an error.
 */
public final class OfacProvider implements FeedProvider<OfacConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "ofac",
        "Designations and delistings in the sanctions list of the US Treasury",
        "US Treasury, Office of Foreign Assets Control, https://ofac.treasury.gov",
        Duration.ofDays(1),
        "public domain (US government)");
  }

  @Override
  public Class<OfacConfig> configType() {
    return OfacConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(OfacConfig config) {
    List<ConfigProblem> problems = new ArrayList<>(Theatres.validate(config.theatre()));
    if (config.programmes().isEmpty()) {
      problems.add(new ConfigProblem("programmes", "is empty; name at least one, such as IFSR"));
    }
    if (config.url().getHost() == null || config.url().getRawUserInfo() != null) {
      problems.add(
          new ConfigProblem("url", "is not an absolute address of http or https without a user"));
    }
    if (config.path().isEmpty() && !config.live()) {
      problems.add(new ConfigProblem("live", "is false, and there is no 'path'; give one of them"));
    }
    return problems;
  }

  @Override
  public Feed create(OfacConfig config, FeedContext context) {
    Programmes programmes = new Programmes(config.programmes());
    SdnChanges changes = new SdnChanges(config.theatre(), config.mostDelisted());
    OfacFolder lists =
        config
            .path()
            .map(path -> DropFolder.of(context, path))
            .map(folder -> new OfacFolder(folder, programmes, changes, context.clock()))
            .orElse(null);
    OfacWeb web =
        config.live()
            ? new OfacWeb(config.url(), programmes, changes, context.http(), context.clock())
            : null;
    return new OfacFeed(lists, web);
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import org.muscat.diplomacy.coded.Theatres;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/**
 * Makes the feed {@code chronicle}: hand-coded events of a theatre.
 *
 * <p>It observes events in {@code events/<theatre>/<domain>}, the domain (dialogue, kinetic,
 * deadline, posture, signalling, protective, sanctions, other) given by the type; value is the
 * level of a kinetic event (0 for a ceasefire), else 1. Attributes: actors (initiator first,
 * separated by blanks), area, confidence, verified, summary, and where they apply mediator,
 * attribution, {@code ongoing} and until; of a deployment assets (separated by blanks), {@code
 * ordered} or arrived; of an ultimatum threat; of an allied statement stance. And it observes a
 * point with value 1 in {@code chronicle/<theatre>/coded} for each day that was coded.
 *
 * <p>Known a day after the date (assumed); how long a thing lasted follows in revisions, each when
 * it could be known, so a batch holds several versions of one event with different known-at.
 *
 * <p>A file with anything wrong in it is left out whole, with each problem as a rejection, because
 * a day with an unreadable event is not a coded day. So is one that calls a day coded which is not
 * over, by the clock of the host: it would read as quiet.
 */
public final class ChronicleProvider implements FeedProvider<ChronicleConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "chronicle",
        "Hand-coded, sourced events of a theatre",
        "the chronicle of Muscat; each event names its sources",
        Duration.ofDays(1),
        "Apache-2.0");
  }

  @Override
  public Class<ChronicleConfig> configType() {
    return ChronicleConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(ChronicleConfig config) {
    return Theatres.validate(config.theatre());
  }

  @Override
  public Feed create(ChronicleConfig config, FeedContext context) {
    ChronicleSource source =
        config
            .path()
            .<ChronicleSource>map(path -> new ChronicleFolder(context.baseFolder().resolve(path)))
            .orElseGet(() -> new BundledChronicle(config.theatre()));
    return new ChronicleFeed(config.theatre(), source, context.clock());
  }
}

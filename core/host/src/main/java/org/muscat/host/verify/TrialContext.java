package org.muscat.host.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.muscat.spi.FeedContext;

/** What is lent to a feed that is tried. */
record TrialContext(String instance, Path baseFolder, Clock clock, PlayedNetwork.Line http)
    implements FeedContext {

  static TrialContext of(FeedSample sample, PlayedNetwork network) {
    Clock clock = Clock.fixed(sample.now(), ZoneOffset.UTC);
    return new TrialContext(sample.feed(), sample.baseFolder(), clock, network.forFeed(clock));
  }

  @Override
  public System.Logger logger() {
    return System.getLogger("org.muscat.feed." + instance);
  }
}

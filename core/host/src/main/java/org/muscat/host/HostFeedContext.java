package org.muscat.host;

import java.nio.file.Path;
import java.time.Clock;
import org.muscat.spi.FeedContext;

/** What the host lends to a feed. */
record HostFeedContext(String instance, Path baseFolder, Clock clock) implements FeedContext {

  @Override
  public System.Logger logger() {
    return new FeedLogger(instance);
  }
}

package org.muscat.spi;

import java.nio.file.Path;
import java.time.Clock;
import org.muscat.spi.meter.Meters;

/** What the host lends to a feed. Implemented by the host; it may grow. */
public interface FeedContext {

  /** The name of this feed instance in the configuration, such as {@code drop}. */
  String instance();

  /** The folder that relative paths of the configuration are resolved against. */
  Path baseFolder();

  /** The time; the only clock a feed should read. */
  Clock clock();

  /**
   * Asks web servers; the only way to the network that a feed should take.
   *
   * @throws UnsupportedOperationException if this host lends no network
   */
  default HttpFetcher http() {
    throw new UnsupportedOperationException(
        "feed '" + instance() + "' asks for HTTP, which this host does not lend");
  }

  /** Where numbers about the work of the feed go; they become metrics of its plugin. */
  default Meters meters() {
    return Meters.none();
  }

  /** Where the feed's messages go; the name of the instance is added. */
  System.Logger logger();
}

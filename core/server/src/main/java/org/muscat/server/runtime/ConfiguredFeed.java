package org.muscat.server.runtime;

import org.muscat.host.config.ConfigText;
import org.muscat.server.config.ServerConfig.FeedConfig;
import org.muscat.server.feed.FeedRunner;

/**
 * A feed as it is configured, and what runs it.
 *
 * @param config what the configuration says of it
 * @param runner open
 */
record ConfiguredFeed(FeedConfig config, FeedRunner runner) {

  /** Everything that a configuration says of a feed; equal texts mean that nothing has changed. */
  static String text(FeedConfig config) {
    return String.join(
        " ",
        config.id(),
        config.feed(),
        config.every().toString(),
        config.source(),
        ConfigText.of(config.config()));
  }
}

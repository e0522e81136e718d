package org.muscat.host.load;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;

/** A kind of feed that a plugin offers. Safe for any thread. */
public interface OfferedFeed {

  /** What feeds of this kind observe. */
  FeedDescriptor descriptor();

  /** The options of its configuration, in the order of its record. */
  List<OptionDescriptor> options();

  /**
   * Makes a feed. Waits for the plugin, at most for the deadline of its creation.
   *
   * @param config the options
   * @param context what the host lends to the feed
   * @param problems gets everything that is wrong with the options, and what the plugin does wrong
   * @return the feed; empty if there was a problem
   */
  Optional<Feed> create(ConfigNode config, FeedContext context, Problems problems);
}

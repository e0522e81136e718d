package org.muscat.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.host.guard.LineBudget;
import org.muscat.host.http.HttpAccess;
import org.muscat.host.load.OfferedFeed;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.PluginDescriptor;

/** A kind of feed that a loaded plugin offers. Safe for any thread. */
public final class FeedHandle {

  /** In what a feed is told that asks for a network and was opened without one. */
  public static final String NO_NETWORK = "asks for HTTP, which is not lent here";

  private final HostedPlugin plugin;
  private final OfferedFeed offered;

  FeedHandle(HostedPlugin plugin, OfferedFeed offered) {
    this.plugin = plugin;
    this.offered = offered;
  }

  /** What feeds of this kind observe. */
  public FeedDescriptor descriptor() {
    return offered.descriptor();
  }

  /** The options of its configuration, in the order of its record. */
  public List<OptionDescriptor> options() {
    return offered.options();
  }

  /** The plugin that offers them. */
  public PluginDescriptor plugin() {
    return plugin.descriptor();
  }

  /**
   * Makes a feed without a network: one that asks for HTTP fails with {@link #NO_NETWORK}. Waits
   * for the plugin, for each step at most for the create deadline; it does no I/O yet.
   *
   * @param instance the name of the feed in the configuration, which its thread and log get
   * @param config the options, see {@link ConfigNode#emptyMapping} for none
   * @param baseFolder what relative paths of the options are resolved against
   * @param clock the time, for the feed and for deadlines of requests
   * @param problems gets everything that is wrong with the options, and what the plugin throws
   * @return the feed, to be closed by the caller; empty if there was a problem
   */
  public Optional<HostedFeed> open(
      String instance, ConfigNode config, Path baseFolder, Clock clock, Problems problems) {
    return open(
        new HostFeedContext(
            instance,
            baseFolder,
            clock,
            Optional.empty(),
            plugin.meters().of(instance),
            new LineBudget()),
        config,
        problems);
  }

  /**
   * Makes a feed as above, and lends it the network.
   *
   * @param network what it may ask; stays open when the feed closes
   */
  public Optional<HostedFeed> open(
      String instance,
      ConfigNode config,
      Path baseFolder,
      Clock clock,
      HttpAccess network,
      Problems problems) {
    return open(
        new HostFeedContext(
            instance,
            baseFolder,
            clock,
            Optional.of(network.forFeed(clock)),
            plugin.meters().of(instance),
            new LineBudget()),
        config,
        problems);
  }

  private Optional<HostedFeed> open(HostFeedContext context, ConfigNode config, Problems problems) {
    return offered
        .create(config, context, problems)
        .map(
            feed -> {
              HostedFeed hosted = new HostedFeed(plugin, context, offered.descriptor(), feed);
              plugin.opened(hosted);
              return hosted;
            });
  }
}

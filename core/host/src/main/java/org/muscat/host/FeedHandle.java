package org.muscat.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.http.HttpAccess;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.PluginDescriptor;

/** A kind of feed that a loaded plugin offers. Safe for any thread. */
public final class FeedHandle {

  private final HostedPlugin plugin;
  private final FeedDescriptor descriptor;
  private final FeedProvider<?> provider;

  FeedHandle(HostedPlugin plugin, Offer.OfferedFeed offered) {
    this.plugin = plugin;
    this.descriptor = offered.descriptor();
    this.provider = offered.provider();
  }

  /** What feeds of this kind observe. */
  public FeedDescriptor descriptor() {
    return descriptor;
  }

  /** The plugin that offers them. */
  public PluginDescriptor plugin() {
    return plugin.descriptor();
  }

  /**
   * Makes a feed without a network: one that asks for HTTP fails. The plugin is called on this
   * thread; it does no I/O yet.
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
        provider,
        new HostFeedContext(instance, baseFolder, clock, Optional.empty()),
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
        provider,
        new HostFeedContext(instance, baseFolder, clock, Optional.of(network.forFeed(clock))),
        config,
        problems);
  }

  private <C extends Record> Optional<HostedFeed> open(
      FeedProvider<C> typed, HostFeedContext context, ConfigNode config, Problems problems) {
    ConfigBinding binding =
        new ConfigBinding(plugin, "feed '" + descriptor.id() + "'", config, problems);
    Optional<Bound<C>> bound = binding.bind(typed::configType, typed::validate);
    return bound
        .flatMap(found -> binding.call("create()", () -> typed.create(found.value(), context)))
        .map(
            feed -> {
              HostedFeed hosted = new HostedFeed(plugin, context, descriptor, feed);
              plugin.opened(hosted);
              return hosted;
            });
  }
}

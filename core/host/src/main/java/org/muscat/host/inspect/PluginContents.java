package org.muscat.host.inspect;

import java.util.List;
import org.muscat.host.FeedHandle;
import org.muscat.host.IndicatorHandle;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.PluginDescriptor;

/**
 * What a plugin offers.
 *
 * @param plugin who it is
 * @param feeds its kinds of feeds, by id
 * @param indicators its kinds of indicators, by id
 */
public record PluginContents(
    PluginDescriptor plugin, List<FeedKind> feeds, List<IndicatorKind> indicators) {

  public PluginContents {
    feeds = List.copyOf(feeds);
    indicators = List.copyOf(indicators);
  }

  /** A kind of feed and its options, in the order of its configuration. */
  public record FeedKind(FeedDescriptor descriptor, List<OptionDescriptor> options) {}

  /** A kind of indicator and its options, in the order of its configuration. */
  public record IndicatorKind(IndicatorDescriptor descriptor, List<OptionDescriptor> options) {}

  /** What all loaded plugins offer, in the order of their places. */
  public static List<PluginContents> of(LoadedPlugins loaded) {
    return loaded.descriptors().stream().map(plugin -> of(plugin, loaded)).toList();
  }

  private static PluginContents of(PluginDescriptor plugin, LoadedPlugins loaded) {
    List<FeedKind> feeds =
        loaded.feedIds().stream()
            .flatMap(id -> loaded.feed(id).stream())
            .filter(handle -> handle.plugin().id().equals(plugin.id()))
            .map(PluginContents::kind)
            .toList();
    List<IndicatorKind> indicators =
        loaded.indicatorIds().stream()
            .flatMap(id -> loaded.indicator(id).stream())
            .filter(handle -> handle.plugin().id().equals(plugin.id()))
            .map(PluginContents::kind)
            .toList();
    return new PluginContents(plugin, feeds, indicators);
  }

  private static FeedKind kind(FeedHandle handle) {
    return new FeedKind(handle.descriptor(), handle.options());
  }

  private static IndicatorKind kind(IndicatorHandle handle) {
    return new IndicatorKind(handle.descriptor(), handle.options());
  }
}

package org.muscat.spi;

import java.util.List;

/**
 * What a plugin offers. Named in {@code META-INF/services/org.muscat.spi.MuscatPlugin}, found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>The constructor and every method are cheap: no I/O, no threads. They run on the thread that
 * starts the host.
 */
public interface MuscatPlugin {

  /** Who this plugin is. */
  PluginDescriptor descriptor();

  /** The feeds on offer, each with an id that is unique in this plugin. */
  default List<FeedProvider<?>> feeds() {
    return List.of();
  }

  /** The indicators on offer, each with an id that is unique in this plugin. */
  default List<IndicatorProvider<?>> indicators() {
    return List.of();
  }
}

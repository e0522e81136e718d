package org.muscat.host;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.PluginDescriptor;

/** A kind of indicator that a loaded plugin offers. Safe for any thread. */
public final class IndicatorHandle {

  private final HostedPlugin plugin;
  private final OfferedIndicator offered;

  IndicatorHandle(HostedPlugin plugin, OfferedIndicator offered) {
    this.plugin = plugin;
    this.offered = offered;
  }

  /** What indicators of this kind measure. */
  public IndicatorDescriptor descriptor() {
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
   * Makes an indicator. Waits for the plugin, for each step at most for the create deadline.
   *
   * @param config the options, see {@link ConfigNode#emptyMapping} for none
   * @param problems gets everything that is wrong with the options, and what the plugin throws
   * @return the indicator; empty if there was a problem
   */
  public Optional<BoundIndicator> bind(ConfigNode config, Problems problems) {
    return offered
        .create(config, problems)
        .map(made -> new BoundIndicator(plugin, offered.descriptor().id(), made));
  }
}

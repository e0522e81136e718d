package org.muscat.host;

import java.util.Optional;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.PluginDescriptor;

/** A kind of indicator that a loaded plugin offers. Safe for any thread. */
public final class IndicatorHandle {

  private final HostedPlugin plugin;
  private final IndicatorDescriptor descriptor;
  private final IndicatorProvider<?> provider;

  IndicatorHandle(HostedPlugin plugin, Offer.OfferedIndicator offered) {
    this.plugin = plugin;
    this.descriptor = offered.descriptor();
    this.provider = offered.provider();
  }

  /** What indicators of this kind measure. */
  public IndicatorDescriptor descriptor() {
    return descriptor;
  }

  /** The plugin that offers them. */
  public PluginDescriptor plugin() {
    return plugin.descriptor();
  }

  /**
   * Makes an indicator. The plugin is called on this thread.
   *
   * @param config the options, see {@link ConfigNode#emptyMapping} for none
   * @param problems gets everything that is wrong with the options, and what the plugin throws
   * @return the indicator; empty if there was a problem
   */
  public Optional<BoundIndicator> bind(ConfigNode config, Problems problems) {
    return bind(provider, config, problems);
  }

  private <C extends Record> Optional<BoundIndicator> bind(
      IndicatorProvider<C> typed, ConfigNode config, Problems problems) {
    ConfigBinding binding =
        new ConfigBinding(plugin, "indicator '" + descriptor.id() + "'", config, problems);
    Optional<Bound<C>> bound = binding.bind(typed::configType, typed::validate);
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    C record = bound.get().value();
    Optional<Inputs> inputs = binding.call("inputs()", () -> typed.inputs(record));
    Optional<Indicator> indicator = binding.call("create()", () -> typed.create(record));
    if (inputs.isEmpty() || indicator.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BoundIndicator(
            plugin, descriptor.id(), bound.get().text(), inputs.get(), indicator.get()));
  }
}

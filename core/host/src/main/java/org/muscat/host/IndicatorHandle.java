package org.muscat.host;

import java.util.Optional;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.PluginDescriptor;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

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
    return make(typed, bound.get().value(), binding)
        .map(made -> new BoundIndicator(plugin, descriptor.id(), bound.get().text(), made));
  }

  private static <C extends Record> Optional<BoundIndicator.Made> make(
      IndicatorProvider<C> typed, C config, ConfigBinding binding) {
    Optional<Inputs> inputs = binding.call("inputs()", () -> typed.inputs(config));
    Optional<Scale> scale = binding.call("scale()", () -> typed.scale(config));
    Optional<Uncertainty> uncertainty =
        binding.call("uncertainty()", () -> typed.uncertainty(config));
    Optional<Optional<LevelMap>> level = binding.call("level()", () -> typed.level(config));
    Optional<Indicator> indicator = binding.call("create()", () -> typed.create(config));
    if (inputs.isEmpty()
        || scale.isEmpty()
        || uncertainty.isEmpty()
        || level.isEmpty()
        || indicator.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BoundIndicator.Made(
            inputs.get(), scale.get(), uncertainty.get(), level.get(), indicator.get()));
  }
}

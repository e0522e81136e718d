package org.muscat.host.load;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** A kind of indicator of a plugin in this JVM. */
record LocalIndicator<C extends Record>(
    String plugin,
    LocalCode code,
    IndicatorDescriptor descriptor,
    IndicatorProvider<C> provider,
    List<OptionDescriptor> options)
    implements OfferedIndicator {

  @Override
  public Optional<Made> create(ConfigNode config, Problems problems) {
    ConfigBinding binding =
        new ConfigBinding(plugin, code, "indicator '" + descriptor.id() + "'", config, problems);
    return binding
        .bind(provider::configType, provider::validate)
        .flatMap(bound -> make(bound, binding));
  }

  private Optional<Made> make(Bound<C> bound, ConfigBinding binding) {
    C config = bound.value();
    Optional<Inputs> inputs = binding.call("inputs()", () -> provider.inputs(config));
    Optional<Scale> scale = binding.call("scale()", () -> provider.scale(config));
    Optional<Uncertainty> uncertainty =
        binding.call("uncertainty()", () -> provider.uncertainty(config));
    Optional<Optional<LevelMap>> level = binding.call("level()", () -> provider.level(config));
    Optional<Indicator> indicator = binding.call("create()", () -> provider.create(config));
    if (inputs.isEmpty()
        || scale.isEmpty()
        || uncertainty.isEmpty()
        || level.isEmpty()
        || indicator.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Made(
            bound.text(),
            inputs.get(),
            scale.get(),
            uncertainty.get(),
            level.get(),
            indicator.get()));
  }
}

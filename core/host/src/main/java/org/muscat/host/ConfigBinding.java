package org.muscat.host;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.host.config.RecordBinder;
import org.muscat.spi.ConfigProblem;

/** Turns configurations into what a plugin makes of them; what the plugin throws is a problem. */
final class ConfigBinding {

  private final HostedPlugin plugin;
  private final String what;
  private final ConfigNode config;
  private final Problems problems;

  /**
   * A binding.
   *
   * @param what is configured, for messages: "indicator 'oil-fear'"
   */
  ConfigBinding(HostedPlugin plugin, String what, ConfigNode config, Problems problems) {
    this.plugin = plugin;
    this.what = what;
    this.config = config;
    this.problems = problems;
  }

  /** How a provider checks a whole configuration. */
  interface Validation<C extends Record> {
    List<ConfigProblem> validate(C config);
  }

  /** Binds the record and lets the plugin check it as a whole. */
  <C extends Record> Optional<Bound<C>> bind(Callable<Class<C>> type, Validation<C> validation) {
    return call("configuration", () -> RecordBinder.bind(config, type.call(), problems))
        .flatMap(bound -> bound)
        .filter(bound -> isValid(bound.value(), validation));
  }

  private <C extends Record> boolean isValid(C record, Validation<C> validation) {
    Optional<List<ConfigProblem>> found =
        call("validate()", () -> List.copyOf(validation.validate(record)));
    found.ifPresent(list -> list.forEach(this::add));
    return found.isPresent() && found.get().isEmpty();
  }

  private void add(ConfigProblem problem) {
    ConfigNode at =
        config instanceof ConfigNode.Mapping mapping
            ? mapping.get(problem.option()).orElse(config)
            : config;
    problems.add(at.place(), problem.message());
  }

  /**
   * Calls the plugin.
   *
   * @return what it gave; empty if it threw or gave null, which is then among the problems
   */
  <T> Optional<T> call(String method, Callable<T> code) {
    String failed = what + " of plugin '" + plugin.id() + "' cannot be made: " + method;
    try {
      Optional<T> value = Optional.ofNullable(PluginCode.onHostThread(plugin.loader(), code));
      if (value.isEmpty()) {
        problems.add(config.place(), failed + " gave null; tell the author of the plugin");
      }
      return value;
    } catch (PluginThrewException e) {
      problems.add(config.place(), failed + " threw " + Thrown.describe(e.thrown()));
      return Optional.empty();
    }
  }
}

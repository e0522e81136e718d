package org.muscat.host.load;

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

  private final String plugin;
  private final LocalCode code;
  private final String what;
  private final ConfigNode config;
  private final Problems problems;

  /**
   * A binding.
   *
   * @param what is configured, for messages: "indicator 'oil-fear'"
   */
  ConfigBinding(String plugin, LocalCode code, String what, ConfigNode config, Problems problems) {
    this.plugin = plugin;
    this.code = code;
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
    return bind(type, validation, new Problems());
  }

  /** The same for what needs its secrets only when it runs. */
  <C extends Record> Optional<Bound<C>> bindWithoutSecrets(
      Callable<Class<C>> type, Validation<C> validation) {
    return bind(type, validation, Problems.withoutAbsentSecrets());
  }

  /**
   * The constructor of the record is the plugin's: when it comes too late, so does what it adds.
   */
  private <C extends Record> Optional<Bound<C>> bind(
      Callable<Class<C>> type, Validation<C> validation, Problems found) {
    Optional<Optional<Bound<C>>> bound =
        call("configuration", () -> RecordBinder.bind(config, type.call(), found));
    if (bound.isPresent()) {
      problems.addAll(found);
    }
    return bound.flatMap(given -> given).filter(given -> isValid(given.value(), validation));
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
    problems.add(at.place(), Code.P202.name(), PlainText.shortLine(problem.message()));
  }

  /**
   * Calls the plugin.
   *
   * @return what it gave; empty if it threw or gave null, which is then among the problems
   */
  <T> Optional<T> call(String method, Callable<T> task) {
    String failed = what + " of plugin '" + plugin + "' cannot be made: " + method;
    try {
      Optional<T> value = Optional.ofNullable(code.call(task));
      if (value.isEmpty()) {
        problems.add(config.place(), failed + " gave null; tell the author of the plugin");
      }
      return value;
    } catch (PluginThrewException e) {
      if (e.thrown() instanceof TookTooLongException late) {
        problems.add(config.place(), Code.P301.name(), failed + " " + late.getMessage());
      } else {
        problems.add(config.place(), failed + " threw " + e.description());
      }
      return Optional.empty();
    }
  }
}

package org.muscat.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muscat.host.config.Bound;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.RecordBinder;
import org.muscat.spi.ConfigProblem;

/** Makes configuration records of YAML. */
final class Configs {

  private static final String FILE = "config";

  private Configs() {}

  /**
   * A record.
   *
   * @param validate finds what does not fit together
   * @throws IllegalArgumentException with all that is wrong
   */
  static <C extends Record> C bind(
      String yaml, Class<C> type, Function<C, List<ConfigProblem>> validate) {
    Problems problems = new Problems();
    Place start = new Place(FILE, 1, "");
    Optional<C> config =
        (yaml.isBlank()
                ? Optional.<ConfigNode>of(ConfigNode.emptyMapping(start))
                : ConfigReader.parse(FILE, yaml, problems))
            .flatMap(node -> RecordBinder.bind(node, type, problems))
            .map(Bound::value);
    config
        .map(validate)
        .orElse(List.of())
        .forEach(problem -> problems.add(start, problem.option() + ": " + problem.message()));
    if (config.isEmpty() || !problems.isEmpty()) {
      throw new IllegalArgumentException("the configuration does not fit: " + problems.all());
    }
    return config.get();
  }
}

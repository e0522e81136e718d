package org.muscat.server.config;

import java.util.List;
import java.util.stream.Collectors;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;

/** A configuration that cannot be used, with everything that is wrong with it. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  private ConfigException(List<Problem> problems) {
    super(
        problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + " in the configuration:\n"
            + problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Lets nobody go on with a configuration that has problems.
   *
   * @throws ConfigException if there are any
   */
  public static void throwIfAny(Problems problems) {
    if (!problems.isEmpty()) {
      // A model is bound once for each theatre: what is wrong for all of them is told once.
      throw new ConfigException(problems.all().stream().distinct().toList());
    }
  }

  public List<Problem> problems() {
    return problems;
  }
}

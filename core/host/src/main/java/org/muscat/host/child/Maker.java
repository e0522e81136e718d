package org.muscat.host.child;

import java.util.Optional;
import java.util.function.IntFunction;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;
import org.muscat.host.load.Code;
import org.muscat.host.load.ElsewhereException;

/**
 * Makes feeds and indicators in a child.
 *
 * @param plugin the id
 */
record Maker(String plugin, Supervisor supervisor) {

  /**
   * What was made.
   *
   * @param said what an indicator says about itself
   */
  record Result(Item item, Optional<Answer.MadeIndicator> said) {}

  /**
   * Makes something.
   *
   * @param what it is, for messages: "feed 'web'"
   * @param maker gives the item for its number
   * @param problems gets what the child found wrong, and what was wrong with the child
   * @return empty if it was not made, which is then among the problems
   */
  Optional<Result> make(
      String what, ConfigNode config, IntFunction<Item> maker, Problems problems) {
    // Before it is made: a child that ends in between is followed by one that knows of it.
    Item item = supervisor.items().add(maker);
    try {
      Answer answer = supervisor.make(item);
      if (!(answer instanceof Answer.Made made)) {
        throw Launcher.unexpected(answer);
      }
      made.problems().forEach(problem -> add(problem, problems));
      made.warnings().forEach(warning -> problems.warn(place(warning), warning.message()));
      if (made.problems().stream().anyMatch(problem -> problem.code().equals(Code.P301.name()))) {
        // It may hold a thread that does not end, which is no use to anybody.
        supervisor.replace("was killed because " + what + " could not be made in time");
      }
      if (made.made()) {
        return Optional.of(new Result(item, made.indicator()));
      }
    } catch (ElsewhereException e) {
      problems.add(config.place(), cannot(what) + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problems.add(config.place(), cannot(what) + "the host is closing");
    }
    supervisor.items().remove(item);
    return Optional.empty();
  }

  private String cannot(String what) {
    return what + " of plugin '" + plugin + "' cannot be made: ";
  }

  static void add(Problem problem, Problems problems) {
    problems.add(place(problem), problem.code(), problem.message());
  }

  private static Place place(Problem problem) {
    return new Place(problem.file(), problem.line(), problem.path());
  }
}

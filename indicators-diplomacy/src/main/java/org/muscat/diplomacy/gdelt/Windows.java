package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.muscat.spi.ConfigProblem;

/** Checks options that several indicators have. */
final class Windows {

  private Windows() {}

  /** Of the options {@code dyad} and {@code window}. */
  static List<ConfigProblem> validate(List<String> dyad, Duration window) {
    List<ConfigProblem> problems = new ArrayList<>();
    try {
      Dyad.of(dyad);
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigProblem("dyad", String.valueOf(e.getMessage())));
    }
    if (window.toDays() < 1 || !window.equals(Duration.ofDays(window.toDays()))) {
      problems.add(
          new ConfigProblem("window", window + " is not a positive number of days, such as P7D"));
    }
    return problems;
  }

  /** Of lists of states that are paired with each other. */
  static List<ConfigProblem> validate(
      String firstOption, List<String> first, String secondOption, List<String> second) {
    List<ConfigProblem> problems = new ArrayList<>();
    for (String option : List.of(firstOption, secondOption)) {
      if ((option.equals(firstOption) ? first : second).isEmpty()) {
        problems.add(new ConfigProblem(option, "is empty; name at least one, such as OMN"));
      }
    }
    List<String> all = Stream.concat(first.stream(), second.stream()).toList();
    if (new HashSet<>(all).size() < all.size()) {
      problems.add(
          new ConfigProblem(
              firstOption, first + " and " + second + " name a state twice; drop one"));
      return problems;
    }
    for (String one : first) {
      for (String other : second) {
        try {
          Dyad.of(List.of(one, other));
        } catch (IllegalArgumentException e) {
          problems.add(new ConfigProblem(firstOption, String.valueOf(e.getMessage())));
        }
      }
    }
    return problems;
  }
}

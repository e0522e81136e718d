package org.muscat.diplomacy.framework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.coded.UnfinishedDay;
import org.muscat.spi.Batch.Rejection;

/**
 * What must hold inside a framework file beyond the format of each level: the weights of the
 * method, a level of each component from the first coded day on, days that rise, and no coded day
 * that is not over.
 */
final class FrameworkLint {

  private final String theatre;
  private final FrameworkFile file;
  private final LocalDate today;
  private final List<Rejection> problems = new ArrayList<>();

  private FrameworkLint(String theatre, FrameworkFile file, LocalDate today) {
    this.theatre = theatre;
    this.file = file;
    this.today = today;
  }

  /**
   * Everything that is wrong with a file as the framework of a theatre.
   *
   * @param today the day that runs, UTC; the file must not be coded through it
   */
  static List<Rejection> problems(String theatre, FrameworkFile file, LocalDate today) {
    FrameworkLint lint = new FrameworkLint(theatre, file, today);
    lint.checkFile();
    lint.checkWeights();
    lint.checkLevels();
    return List.copyOf(lint.problems);
  }

  private void checkFile() {
    if (!file.theatre().equals(theatre)) {
      report(0, "theatre '" + file.theatre() + "' is not '" + theatre + "'");
    }
    if (file.codedThrough().isBefore(file.codedFrom())) {
      report(
          0,
          "codedThrough "
              + file.codedThrough()
              + " is before codedFrom "
              + file.codedFrom()
              + "; swap them");
    }
    UnfinishedDay.problem(file.codedThrough(), today).ifPresent(problem -> report(0, problem));
  }

  private void checkWeights() {
    file.weights()
        .forEach(
            (component, weight) -> {
              BigDecimal fixed = BigDecimal.valueOf(component.percent(), 2);
              if (!isNumber(weight, fixed)) {
                report(
                    0,
                    "weight of %s is '%s'; the method fixes it, write %s"
                        .formatted(component.word(), weight, fixed));
              }
            });
  }

  private static boolean isNumber(String text, BigDecimal number) {
    try {
      return new BigDecimal(text).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void checkLevels() {
    Map<Component, CodedLevel> last = new EnumMap<>(Component.class);
    for (CodedLevel level : file.levels()) {
      check(level, last.put(level.component(), level));
    }
    for (Component component : Component.values()) {
      if (!last.containsKey(component)) {
        report(0, component.word() + " has no level; code one from " + file.codedFrom() + " on");
      }
    }
  }

  private void check(CodedLevel level, @Nullable CodedLevel before) {
    LocalDate from = level.from();
    if (before == null && from.isAfter(file.codedFrom())) {
      report(
          level,
          "is the first level, after codedFrom "
              + file.codedFrom()
              + "; code the level of that day too");
    }
    if (before != null && !from.isAfter(before.from())) {
      report(
          level,
          "is not after " + before.from() + " of line " + before.line() + "; put days in order");
    }
    if (from.isAfter(file.codedThrough())) {
      report(level, "is after codedThrough " + file.codedThrough() + "; move that day on");
    }
    if (level.verified() && level.sources() == 0) {
      report(level, "is verified, but names no source; name one or write 'verified: false'");
    }
  }

  private void report(CodedLevel level, String reason) {
    report(level.line(), level.component().word() + " from " + level.from() + ": it " + reason);
  }

  private void report(long line, String reason) {
    problems.add(new Rejection(file.name(), line, reason));
  }
}

package org.muscat.diplomacy.coded;

import java.util.List;
import java.util.regex.Pattern;
import org.muscat.spi.ConfigProblem;

/** Checks names of theatres, which become part of series names. */
public final class Theatres {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Theatres() {}

  /** What is wrong with the option {@code theatre}; empty if nothing is. */
  public static List<ConfigProblem> validate(String theatre) {
    return NAME.matcher(theatre).matches()
        ? List.of()
        : List.of(
            new ConfigProblem(
                "theatre", "'" + theatre + "' is not lower-case words joined by hyphens"));
  }
}

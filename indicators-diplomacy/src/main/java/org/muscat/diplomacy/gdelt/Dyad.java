package org.muscat.diplomacy.gdelt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.muscat.spi.ConfigProblem;

/** Two states by their CAMEO country codes; what one does to the other counts both ways. */
record Dyad(String first, String second) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  Dyad {
    if (!CODE.matcher(first).matches() || !CODE.matcher(second).matches()) {
      throw new IllegalArgumentException(
          "dyad '" + first + "-" + second + "' is not two three-letter codes, such as USA-IRN");
    }
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "dyad '" + first + "-" + second + "' names one state twice; name two");
    }
  }

  /** Reads {@code USA-IRN}. */
  static Dyad parse(String text) {
    int hyphen = text.indexOf('-');
    return hyphen < 0
        ? new Dyad(text, "")
        : new Dyad(text.substring(0, hyphen), text.substring(hyphen + 1));
  }

  /** Reads {@code [USA, IRN]}. */
  static Dyad of(List<String> codes) {
    if (codes.size() != 2) {
      throw new IllegalArgumentException(
          "dyad " + codes + " does not have two codes; write [USA, IRN]");
    }
    return new Dyad(codes.get(0), codes.get(1));
  }

  /** What is wrong with the option {@code dyads} of a feed. */
  static List<ConfigProblem> validate(List<String> dyads) {
    List<ConfigProblem> problems = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (String text : dyads) {
      try {
        Dyad dyad = parse(text);
        if (!seen.add(Set.of(dyad.first(), dyad.second()))) {
          problems.add(new ConfigProblem("dyads", "'" + text + "' is listed twice; drop one"));
        }
      } catch (IllegalArgumentException e) {
        problems.add(new ConfigProblem("dyads", String.valueOf(e.getMessage())));
      }
    }
    if (dyads.isEmpty()) {
      problems.add(new ConfigProblem("dyads", "is empty; name at least one, such as USA-IRN"));
    }
    return problems;
  }

  String eventSeries() {
    return "events/" + path() + "/gdelt";
  }

  /** Days over all files; see {@link RollUp}. */
  String daySeries() {
    return eventSeries() + "-day";
  }

  /**
   * One number a day.
   *
   * @param quantity such as {@code events}; see {@link RollUp}
   */
  String dailySeries(String quantity) {
    return "dyads/" + path() + "/" + quantity;
  }

  String sumSeries() {
    return dailySeries("goldstein-sum");
  }

  private String path() {
    return (first + "-" + second).toLowerCase(Locale.ROOT);
  }
}

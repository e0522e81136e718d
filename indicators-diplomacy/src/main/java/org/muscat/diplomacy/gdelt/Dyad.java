package org.muscat.diplomacy.gdelt;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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

  boolean isBetween(String actor1, String actor2) {
    return (first.equals(actor1) && second.equals(actor2))
        || (first.equals(actor2) && second.equals(actor1));
  }

  String eventSeries() {
    return "events/" + path() + "/gdelt";
  }

  String sumSeries() {
    return "dyads/" + path() + "/goldstein-sum";
  }

  private String path() {
    return (first + "-" + second).toLowerCase(Locale.ROOT);
  }
}

package org.muscat.diplomacy.gdelt;

import java.util.Locale;

/** What the DOC API is asked for. */
enum DocMode {
  VOLUME("timelinevol", 0),
  TONE("timelinetone", -100);

  private final String parameter;
  private final double least;

  DocMode(String parameter, double least) {
    this.parameter = parameter;
    this.least = least;
  }

  /** The value of the parameter {@code mode}. */
  String parameter() {
    return parameter;
  }

  /** Whether a value can be one; both have an upper end of 100. */
  boolean allows(double value) {
    return value >= least && value <= 100;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  DocMode other() {
    return this == VOLUME ? TONE : VOLUME;
  }
}

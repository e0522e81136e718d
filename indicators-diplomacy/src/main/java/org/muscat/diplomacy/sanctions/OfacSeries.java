package org.muscat.diplomacy.sanctions;

/** Names of the series and words of the events of the feed {@code ofac}. */
final class OfacSeries {

  static final String BASELINE = "baseline";
  static final String DESIGNATION = "designation";
  static final String VESSEL = "vessel";
  static final String DELISTING = "delisting";

  /** The attribute of a baseline with the day on which its list was seen. */
  static final String SEEN = "seen";

  private OfacSeries() {}

  /** What changed in the list. */
  static String events(String theatre) {
    return "events/" + theatre + "/ofac";
  }

  /** A point for each day on which a list was seen: how many entries are watched. */
  static String lists(String theatre) {
    return "ofac/" + theatre + "/list";
  }
}

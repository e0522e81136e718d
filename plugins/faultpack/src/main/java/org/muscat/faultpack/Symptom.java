package org.muscat.faultpack;

/**
 * What a host says of a fault.
 *
 * @param part of what it says so
 * @param code of the error reference; empty if it has none
 * @param words that stand in what it says; empty if it says nothing
 */
public record Symptom(Part part, String code, String words) {

  /** Where a fault shows. */
  public enum Part {
    /** The plugin is rejected when it is loaded. */
    PLUGIN,
    /** Its indicator has no reading. */
    INDICATOR,
    /** Its feed brings nothing. */
    FEED,
    /** Something is found when the plugin is closed. */
    CLOSE,
    /** Nowhere: the host bounds it and goes on. */
    NOWHERE
  }

  static Symptom rejected(String code, String words) {
    return new Symptom(Part.PLUGIN, code, words);
  }

  static Symptom noReading(String code, String words) {
    return new Symptom(Part.INDICATOR, code, words);
  }

  static Symptom noBatch(String code, String words) {
    return new Symptom(Part.FEED, code, words);
  }

  static Symptom bounded() {
    return new Symptom(Part.NOWHERE, "", "");
  }
}

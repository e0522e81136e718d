package org.muscat.spi;

/**
 * There is no measurement.
 *
 * @param reason what is missing, how much of it, and what would be needed; not blank. A host may
 *     cut a long one off
 * @param isSuspect whether there is data, which cannot be believed
 */
public record NoData(String reason, boolean isSuspect) implements Reading {

  public NoData {
    Ids.requireText("reason", reason);
  }

  /** Something is missing. */
  public NoData(String reason) {
    this(reason, false);
  }

  /**
   * There is data, which cannot be believed: its quality becomes SUSPECT, and like a missing one it
   * is held at its last value.
   *
   * @param reason why not, and what would mend it; not blank
   */
  public static NoData suspect(String reason) {
    return new NoData(reason, true);
  }
}

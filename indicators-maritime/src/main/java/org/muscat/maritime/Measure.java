package org.muscat.maritime;

/** What is counted of the ships that pass a strait in a day. */
public enum Measure {
  /** Calls of ships of every kind: {@code transits/<strait>/all}. */
  ALL_CALLS("transits", "all"),
  /** Calls of tankers: {@code transits/<strait>/tanker}. */
  TANKER_CALLS("transits", "tanker"),
  /** Capacity of tankers, in metric tons: {@code capacity/<strait>/tanker}. */
  TANKER_CAPACITY("capacity", "tanker");

  private final String quantity;
  private final String ships;

  Measure(String quantity, String ships) {
    this.quantity = quantity;
    this.ships = ships;
  }

  /** The logical name of the series for a strait. */
  String series(String strait) {
    return quantity + "/" + strait + "/" + ships;
  }
}

package org.muscat.maritime.portwatch;

import java.util.Locale;

/** A chokepoint that PortWatch counts. */
public enum Strait {
  HORMUZ("chokepoint6"),
  BAB_EL_MANDEB("chokepoint4"),
  SUEZ("chokepoint1"),
  MALACCA("chokepoint5");

  private final String portId;

  Strait(String portId) {
    this.portId = portId;
  }

  /** What PortWatch calls it, such as {@code chokepoint6}. */
  String portId() {
    return portId;
  }

  /** As in the names of series, such as {@code bab-el-mandeb}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

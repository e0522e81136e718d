package org.muscat.dashboards.grafana;

/** How Grafana writes a number. */
public enum Unit {
  /** A number without a unit, such as a count. */
  NONE("none"),
  /** 0 to 1, written as percent. */
  RATIO("percentunit"),
  SECONDS("s"),
  /** Milliseconds since 1970, written as a date. */
  DATE("dateTimeAsIso"),
  BYTES("bytes"),
  BYTES_PER_SECOND("binBps"),
  PER_SECOND("cps"),
  /** A text. */
  TEXT("string");

  private final String id;

  Unit(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}

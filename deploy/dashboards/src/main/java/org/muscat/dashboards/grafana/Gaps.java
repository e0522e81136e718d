package org.muscat.dashboards.grafana;

/** What becomes of the moments at which a line or a state has no value. */
public enum Gaps {
  /** Up to 25 hours are bridged: a back-filled history has a sample a day. A longer gap is one. */
  DAILY,
  /** None is bridged: where nothing is known, nothing is drawn. */
  SHOWN
}

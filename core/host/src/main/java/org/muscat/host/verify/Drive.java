package org.muscat.host.verify;

/** Which way an input drives the risk of an indicator. */
public enum Drive {
  /** The higher its newest value, the higher the risk, or the same. */
  UP,
  /** The higher its newest value, the lower the risk, or the same. */
  DOWN
}

package org.muscat.host.child.wire;

import java.util.List;

/** What a feed in a child tells the host without waiting for an answer. */
public sealed interface Note {

  /** The number of the feed. */
  int feed();

  /**
   * For the log.
   *
   * @param level of the message
   * @param text the message, and the trace of what was thrown, if something was
   */
  record Log(int feed, System.Logger.Level level, String text) implements Note {}

  /**
   * For the metrics; see {@link org.muscat.spi.meter.Meters}.
   *
   * @param grows whether the amount is added to a count; else it replaces a gauge
   */
  record Meter(int feed, boolean grows, String name, double amount, List<String> labels)
      implements Note {}
}

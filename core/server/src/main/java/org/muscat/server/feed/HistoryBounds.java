package org.muscat.server.feed;

import java.time.Duration;

/**
 * How much of a history that is told anew is read again, which is all held in memory; what is more
 * has no end, as far as a run is concerned.
 *
 * @param observations at most
 * @param batches at most
 * @param longest that reading may last
 */
record HistoryBounds(int observations, int batches, Duration longest) {

  /** Five million, in a hundred thousand batches and six hours. */
  static final HistoryBounds DEFAULT = new HistoryBounds(5_000_000, 100_000, Duration.ofHours(6));
}

package org.muscat.spi;

import java.time.Instant;
import java.util.List;

/**
 * What was known at one moment: for every observed-at the value last known at or before {@link
 * #asOf()}, each series from one source and one vintage. Immutable and safe for any thread.
 */
public interface SeriesView {

  /** The moment of the view. Nothing in it was known, or happened, later. */
  Instant asOf();

  /**
   * The points of a declared input inside its look-back, oldest first.
   *
   * @return the points; empty if none was known
   * @throws IllegalArgumentException if the series is not a declared input
   */
  Series series(String name);

  /**
   * The events of a declared input inside its look-back, by observed-at, then key.
   *
   * @return the events; empty if none was known
   * @throws IllegalArgumentException if the series is not a declared input
   */
  List<Event> events(String name);
}

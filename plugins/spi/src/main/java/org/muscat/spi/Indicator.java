package org.muscat.spi;

/**
 * A pure function from what was known at a moment to one reading in natural units: no I/O, no
 * clock, no random numbers, no state between calls. The same view gives the same reading.
 *
 * <p>Called on a thread that belongs to the plugin, under a deadline; several threads may call one
 * instance at once.
 */
public interface Indicator {

  /**
   * Reads the indicator.
   *
   * @param known the declared inputs as known at {@link SeriesView#asOf()}
   * @return a measurement, or the reason why there is none; never a number made of missing data
   */
  Reading read(SeriesView known);
}

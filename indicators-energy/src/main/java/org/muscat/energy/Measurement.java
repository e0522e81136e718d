package org.muscat.energy;

import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.SeriesView;

/** Measures, or says why it cannot. */
@FunctionalInterface
interface Measurement {

  Measured of(SeriesView known) throws NoReadingException;

  /** The indicator that reads this. */
  static Indicator indicator(Measurement measurement) {
    return known -> {
      try {
        return measurement.of(known);
      } catch (NoReadingException e) {
        return e.noData();
      }
    };
  }
}

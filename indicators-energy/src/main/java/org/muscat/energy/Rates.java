package org.muscat.energy;

import org.muscat.spi.Series;

/** Interest and inflation rates in %, which are no prices: they may be zero or less. */
final class Rates {

  /**
   * In points of %, from one day to the next. The largest step of breakeven inflation in 2003-2018
   * is below 0.4; for yields, of which none are recorded, it is a choice.
   */
  private static final double LARGEST_STEP = 1;

  private Rates() {}

  /** These rates, if no step is larger than a market moves in a day. */
  static Series believed(Series rates) throws NoReadingException {
    for (int i = 1; i < rates.size(); i++) {
      double before = rates.value(i - 1);
      double after = rates.value(i);
      if (Math.abs(after - before) > LARGEST_STEP) {
        throw NoReadingException.suspect(
            ("'%s' goes from %s to %s on %s, more than %s in a day, until it is revised or leaves"
                    + " the window")
                .formatted(rates.name(), before, after, DailyPrints.day(rates, i), LARGEST_STEP));
      }
    }
    return rates;
  }
}

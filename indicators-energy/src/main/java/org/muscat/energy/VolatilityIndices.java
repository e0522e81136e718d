package org.muscat.energy;

import java.util.OptionalInt;
import org.muscat.spi.Series;
import org.muscat.toolkit.Returns;

/** The published indices of expected volatility, in points: per cent a year. */
final class VolatilityIndices {

  static final String OVX = "volatility/ovx";
  static final String VIX = "volatility/vix";

  private VolatilityIndices() {}

  /** The prints of an index that count, all believed. */
  static Series prints(Series known) throws NoReadingException {
    Series prints = DailyPrints.level(known);
    OptionalInt nonPositive = Returns.firstNonPositive(prints);
    if (nonPositive.isPresent()) {
      int index = nonPositive.getAsInt();
      throw NoReadingException.suspect(
          "'%s' is %s on %s: a volatility is positive"
              .formatted(prints.name(), prints.value(index), DailyPrints.day(prints, index)));
    }
    return prints;
  }
}

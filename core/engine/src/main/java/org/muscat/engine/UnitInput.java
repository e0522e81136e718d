package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Uncertainty;

/**
 * An input in [0,1] beside the pillars, such as the framework index: live, held at its last value,
 * or unknown.
 *
 * @param id of the input
 * @param value in [0,1]; NaN while nothing is known of it
 * @param sd its standard deviation, in units of the value
 * @param isLive whether the value is of now
 * @param reason why it is not live, or what is wanting though it is; else empty
 */
record UnitInput(String id, double value, double sd, boolean isLive, String reason) {

  static UnitInput of(String id, Uncertainty uncertainty, Input input, Instant asOf) {
    Wear wear = new Wear(uncertainty);
    if (input.reading() instanceof Measured measured
        && isInUnit(measured)
        && Staleness.isFresh(measured, asOf, uncertainty.maxAge())) {
      double variance = wear.variance(Wear.seconds(measured.observedAt(), asOf));
      return new UnitInput(
          id, measured.value(), Math.sqrt(variance) / 100, true, measured.caveat().orElse(""));
    }
    Measured last = input.lastMeasured();
    double value = last == null || !isInUnit(last) ? Double.NaN : last.value();
    String reason = whyMissing(input.reading(), asOf, uncertainty.maxAge());
    return new UnitInput(id, value, Math.sqrt(wear.limit()) / 100, false, reason);
  }

  boolean isKnown() {
    return !Double.isNaN(value);
  }

  /** The value, or the bound 1 while it is not known: so losing sight of it never narrows. */
  double atMost() {
    return isKnown() ? value : 1;
  }

  boolean isHeld() {
    return isKnown() && !isLive;
  }

  private static boolean isInUnit(Measured measured) {
    return measured.value() >= 0 && measured.value() <= 1;
  }

  private static String whyMissing(Reading reading, Instant asOf, Duration maxAge) {
    return reading instanceof Measured measured && !isInUnit(measured)
        ? "its reading " + measured.value() + " is not in [0,1]"
        : whyNotLive(reading, asOf, maxAge);
  }

  /** Why a reading says nothing as of a moment. */
  static String whyNotLive(Reading reading, Instant asOf, Duration maxAge) {
    if (reading instanceof NoData none) {
      return none.reason();
    }
    Instant observedAt = ((Measured) reading).observedAt();
    return observedAt.isAfter(asOf)
        ? "the reading claims data of " + observedAt + ", in the future"
        : "last data of " + observedAt + " are older than " + maxAge;
  }
}

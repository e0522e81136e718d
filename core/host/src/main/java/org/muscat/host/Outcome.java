package org.muscat.host;

import java.util.Optional;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

/**
 * What became of one reading.
 *
 * @param reading what the indicator says; {@link NoData} with the reason if the call failed
 * @param failure why the call failed, if it did
 */
public record Outcome(Reading reading, Optional<CallFailed> failure) {

  /** A reading. */
  public static Outcome of(Reading reading) {
    return new Outcome(reading, Optional.empty());
  }

  static Outcome failed(CallFailed failure) {
    return new Outcome(new NoData("indicator " + failure.message()), Optional.of(failure));
  }
}

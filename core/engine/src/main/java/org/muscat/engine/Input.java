package org.muscat.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;

/**
 * What is known of one member at the moment of a score.
 *
 * @param reading what the indicator says now
 * @param lastMeasured what it last said, at most {@link Composite#LONGEST_HOLD} before, when it
 *     says nothing now; null if it never did
 */
public record Input(Reading reading, @Nullable Measured lastMeasured) {

  /** An input with a measurement, or one that was never seen. */
  public static Input of(Reading reading) {
    return new Input(reading, null);
  }

  /** An input that says nothing now and said something before. */
  public static Input held(Reading reading, Measured lastMeasured) {
    return new Input(reading, lastMeasured);
  }

  Optional<Measured> held() {
    return Optional.ofNullable(lastMeasured);
  }
}

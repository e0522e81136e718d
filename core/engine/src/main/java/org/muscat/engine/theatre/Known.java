package org.muscat.engine.theatre;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Composite;
import org.muscat.engine.Input;
import org.muscat.engine.Staleness;
import org.muscat.engine.theatre.RegimeModel.Watched;
import org.muscat.engine.theatre.TheatreMemory.Held;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;

/** The readings of one moment beside what missing inputs last said. */
final class Known {

  private final Instant asOf;
  private final Map<String, ? extends Reading> readings;
  private final Map<String, Held> held;

  Known(Instant asOf, Map<String, ? extends Reading> readings, Map<String, Held> held) {
    this.asOf = asOf;
    this.readings = readings;
    this.held = held;
  }

  /** The measurement of an input if it is fresh, else null. */
  @Nullable Measured fresh(String id, Duration maxAge) {
    Reading reading = reading(id);
    return Staleness.isFresh(reading, asOf, maxAge) ? (Measured) reading : null;
  }

  /** As {@link #fresh(String, Duration)}; null too if nobody watches. */
  @Nullable Measured fresh(@Nullable Watched watched) {
    return watched == null ? null : fresh(watched.id(), watched.maxAge());
  }

  /**
   * The inputs of a composite, missing ones with what they last said in the last 90 days (method,
   * section 2, rule 2).
   */
  List<Input> inputs(Watch watch) {
    Input[] inputs = new Input[watch.size()];
    for (int i = 0; i < inputs.length; i++) {
      Reading reading = reading(watch.id(i));
      Held last = isFresh(reading, watch, i) ? null : held.get(watch.id(i));
      inputs[i] =
          last == null || isForgotten(last)
              ? Input.of(reading)
              : Input.held(reading, last.measured());
    }
    return Arrays.asList(inputs);
  }

  /** What is held from this moment on. */
  Map<String, Held> remembered(Watch watch) {
    Map<String, Held> remembered = new HashMap<>();
    for (int i = 0; i < watch.size(); i++) {
      String id = watch.id(i);
      Reading reading = reading(id);
      Held last = held.get(id);
      if (isFresh(reading, watch, i)) {
        remembered.put(id, new Held((Measured) reading, asOf));
      } else if (last != null && !isForgotten(last)) {
        remembered.put(id, last);
      }
    }
    return remembered;
  }

  /** A framework index or an opacity outside [0,1] says nothing, and is not to be held. */
  private boolean isFresh(Reading reading, Watch watch, int i) {
    return Staleness.isFresh(reading, asOf, watch.maxAgeSeconds(i))
        && !(watch.isLevel(i) && isOutside((Measured) reading));
  }

  private static boolean isOutside(Measured measured) {
    return !(measured.value() >= 0 && measured.value() <= 1);
  }

  private boolean isForgotten(Held last) {
    return last.at().isBefore(asOf.minus(Composite.LONGEST_HOLD));
  }

  private Reading reading(String id) {
    Reading reading = readings.get(id);
    if (reading == null) {
      throw new IllegalArgumentException("no reading of input '" + id + "'");
    }
    return reading;
  }
}

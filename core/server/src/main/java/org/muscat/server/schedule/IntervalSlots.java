package org.muscat.server.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The multiples of a length of time, counted from 1970 on. */
final class IntervalSlots implements Slots {

  private final long length;

  IntervalSlots(Duration length) {
    if (length.toMillis() < 1 || !Duration.ofMillis(length.toMillis()).equals(length)) {
      throw new IllegalArgumentException(length + " is not a number of whole milliseconds");
    }
    this.length = length.toMillis();
  }

  @Override
  public Optional<Instant> atOrBefore(Instant moment) {
    return Optional.of(Instant.ofEpochMilli(number(moment) * length));
  }

  @Override
  public Optional<Instant> after(Instant moment) {
    return Optional.of(Instant.ofEpochMilli((number(moment) + 1) * length));
  }

  private long number(Instant moment) {
    return Math.floorDiv(moment.toEpochMilli(), length);
  }
}

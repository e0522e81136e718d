package org.muscat.store;

import static org.muscat.store.Days.day;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** States of an index, as tests store them. */
final class SomeStates {

  static final String GULF = "gulf";
  static final String HASH = "3f2a";
  static final String PROGRAMS = "engine 0.1; energy 1.0";

  private SomeStates() {}

  static StoredState state(double asOf, long stamp, String document, @Nullable String checkpoint) {
    Instant recorded = day(99);
    return new StoredState(
        GULF,
        "m",
        HASH,
        PROGRAMS,
        day(asOf),
        stamp,
        "scored",
        40.0,
        30.5,
        50.25,
        document,
        checkpoint,
        recorded);
  }
}

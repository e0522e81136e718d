package org.muscat.energy;

import org.muscat.spi.NoData;

/** Ends a measurement that cannot be made. Carries the reason, and no stack: it is no fault. */
final class NoReadingException extends Exception {

  private final transient NoData noData;

  NoReadingException(NoData noData) {
    super(noData.reason(), null, false, false);
    this.noData = noData;
  }

  static NoReadingException because(String reason) {
    return new NoReadingException(new NoData(reason));
  }

  /** What an estimator says of data that it cannot be applied to. */
  static NoReadingException because(String what, IllegalArgumentException refusal) {
    return new NoReadingException(new NoData(what + ": " + refusal.getMessage()));
  }

  static NoReadingException suspect(String reason) {
    return new NoReadingException(NoData.suspect(reason));
  }

  NoData noData() {
    return noData;
  }
}

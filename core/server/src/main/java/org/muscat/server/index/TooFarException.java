package org.muscat.server.index;

import java.time.Instant;

/** A moment lies more points of the grid after the beginning than anybody would wait for. */
public final class TooFarException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TooFarException(Instant asOf, Instant origin, int most) {
    super(
        asOf
            + " is more than "
            + most
            + " days after "
            + origin
            + ", where the history of the model begins; ask for an earlier moment");
  }
}

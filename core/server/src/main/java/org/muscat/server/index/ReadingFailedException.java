package org.muscat.server.index;

import java.time.Instant;
import org.muscat.host.CallFailed;

/** A reading failed for a reason of the moment; asking again may succeed. */
public final class ReadingFailedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ReadingFailedException(String theatre, Instant asOf, CallFailed failure) {
    super(
        "theatre '"
            + theatre
            + "' cannot be read as of "
            + asOf
            + ": plugin '"
            + failure.plugin()
            + "' "
            + failure.message()
            + "; ask again");
  }
}

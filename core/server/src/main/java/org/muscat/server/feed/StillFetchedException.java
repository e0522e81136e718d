package org.muscat.server.feed;

import java.io.Serial;
import java.time.Duration;

/** A feed cannot be changed, since a fetch of it does not end. */
public final class StillFetchedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StillFetchedException(String feed, Duration waited) {
    super(
        "feed '"
            + feed
            + "' is still being fetched after "
            + waited
            + ", so it cannot be changed; try again, or quarantine its plugin and restart Muscat if"
            + " it stays so");
  }
}

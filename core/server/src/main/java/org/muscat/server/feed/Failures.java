package org.muscat.server.feed;

import org.muscat.host.FetchOutcome;

/** Says in one line why a fetch failed. */
public final class Failures {

  private Failures() {}

  /** The feed's own reason first, if it gave one. */
  public static String text(FetchOutcome.Failed failed) {
    String message = failed.failure().message();
    return failed.reason().map(reason -> reason + ": " + message).orElse(message);
  }
}

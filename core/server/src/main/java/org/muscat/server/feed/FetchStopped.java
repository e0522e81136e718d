package org.muscat.server.feed;

import java.io.Serial;
import org.muscat.server.feed.Fetched.Failure;

/** A run of a feed ends early; what was stored before is stored. */
final class FetchStopped extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final boolean closing;

  /** The feed failed. */
  FetchStopped(Failure failure) {
    this(failure, false);
  }

  /**
   * It ends.
   *
   * @param closing whether the host is closing or waited for, which says nothing about the feed
   */
  FetchStopped(Failure failure, boolean closing) {
    super(failure.toString());
    this.failure = failure;
    this.closing = closing;
  }

  Failure failure() {
    return failure;
  }

  boolean isClosing() {
    return closing;
  }
}

package org.muscat.host.child.wire;

import java.io.IOException;

/** What came over a pipe is not what the other side may say. */
public final class GarbledException extends IOException {

  private static final long serialVersionUID = 1L;

  public GarbledException(String message) {
    super(message);
  }
}

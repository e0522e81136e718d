package org.muscat.host.bytecode;

import java.nio.file.Path;

/** A jar or folder of a plugin cannot be read. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path place;

  UnreadableException(Path place, Exception cause) {
    super(place + ": " + cause, cause);
    this.place = place;
  }

  /** The jar or folder. */
  public Path place() {
    return place;
  }
}

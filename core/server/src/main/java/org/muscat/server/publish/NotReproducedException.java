package org.muscat.server.publish;

import org.muscat.store.Publication;

/**
 * The same programs and the same model gave other bytes from the same observations than were
 * published: a fault of a program, or of the store.
 */
public final class NotReproducedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NotReproducedException(Publication published, String hash) {
    super(
        "theatre '"
            + published.theatre()
            + "' as of "
            + published.asOf()
            + " was published with the SHA-256 "
            + published.documentHash()
            + ", and the same model and programs now give "
            + hash
            + " from the same deliveries (up to "
            + published.stamp()
            + "): a plugin is not a pure function or changed without another version, or the store"
            + " was damaged ('muscat store check'); --revised scores with what is known now");
  }
}

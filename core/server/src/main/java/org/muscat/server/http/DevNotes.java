package org.muscat.server.http;

import java.util.Optional;
import org.muscat.server.document.DevDocument;
import org.muscat.server.index.Snapshot;

/** What {@code muscat dev} says beside the index. Safe for any thread. */
public interface DevNotes {

  /** There is nothing to say: this is no {@code muscat dev}. */
  DevNotes NONE = current -> DevDocument.NONE;

  /**
   * What is to be said now.
   *
   * @param current what is published; empty before the first tick
   */
  DevDocument document(Optional<Snapshot> current);
}

package org.muscat.server.http;

import org.muscat.server.document.DevDocument;

/** What {@code muscat dev} says beside the index. Safe for any thread. */
public interface DevNotes {

  /** There is nothing to say: this is no {@code muscat dev}. */
  DevNotes NONE = () -> DevDocument.NONE;

  /** What is to be said now. */
  DevDocument document();
}

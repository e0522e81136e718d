package org.muscat.server.index;

import org.muscat.engine.IndexState;

/** There is no score where one is needed. */
public final class NoScoreException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NoScoreException(IndexState state) {
    super(
        "theatre '"
            + state.theatre()
            + "' has no score as of "
            + state.asOf()
            + ": "
            + state.reason());
  }
}

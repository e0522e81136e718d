package org.muscat.store;

import java.time.Instant;

/**
 * The store cannot do what was asked; the message says what, where and what to do. Whatever was
 * being written is not there.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Two contents for one observed-at, key and known-at. */
  static StoreException conflict(String label, Fact fact, Content other) {
    Identity identity = fact.identity();
    return new StoreException(
        label
            + (identity.key().isEmpty() ? "" : ", event '" + identity.key() + "'")
            + ", observed at "
            + Instant.ofEpochMilli(identity.observed())
            + ", known at "
            + Instant.ofEpochMilli(fact.known())
            + " is both "
            + other
            + " and "
            + fact.content()
            + "; nothing of the delivery was written; import it as another vintage or with another"
            + " known-at");
  }
}

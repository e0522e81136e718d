package org.muscat.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Observation;

/**
 * The store cannot do what was asked; the message says what, where and what to do. Whatever was
 * being written is not there.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Fact contradicting;
  private final String series;

  StoreException(String message) {
    super(message);
    this.contradicting = null;
    this.series = "";
  }

  StoreException(String message, Throwable cause) {
    super(message, cause);
    this.contradicting = null;
    this.series = "";
  }

  private StoreException(String message, @Nullable Fact contradicting, String series) {
    super(message);
    this.contradicting = contradicting;
    this.series = series;
  }

  /** The same with the series that it is about. */
  StoreException of(String name) {
    return new StoreException(String.valueOf(getMessage()), contradicting, name);
  }

  /** Whether a delivery was refused because one observation contradicts what is stored. */
  public boolean isContradiction() {
    return contradicting != null;
  }

  /**
   * Whether this observation is the one that contradicts what is stored.
   *
   * @param recordedAt of the delivery that was refused
   */
  public boolean isAbout(Observation observation, Instant recordedAt) {
    return observation.series().equals(series)
        && Fact.of(observation, recordedAt).equals(contradicting);
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
            + " known-at",
        fact,
        "");
  }
}

package org.muscat.host.child.wire;

import java.time.Instant;
import java.util.Optional;
import org.muscat.host.load.ElsewhereException;
import org.muscat.host.load.Thrown;
import org.muscat.spi.FeedException;

/**
 * Something that was thrown on the other side.
 *
 * @param kind what to throw on this side
 * @param message of a feed's own exception; else class and message of the root exception
 * @param reason of a feed's own exception
 * @param retryAfter of a feed's own exception, if it has one
 */
public record Failure(
    Kind kind,
    String message,
    Optional<FeedException.Reason> reason,
    Optional<Instant> retryAfter) {

  /** What was thrown, as far as it makes a difference. */
  public enum Kind {
    /** A {@link FeedException}. */
    FEED,
    /** An {@link InterruptedException}. */
    INTERRUPTED,
    /** Anything else. */
    OTHER
  }

  /** Describes what was thrown, whose own methods may fail in turn. */
  public static Failure of(Throwable thrown) {
    String message = Thrown.describe(thrown);
    if (thrown instanceof FeedException e) {
      return new Failure(Kind.FEED, message, Optional.of(e.reason()), e.retryAfter());
    }
    Kind kind = thrown instanceof InterruptedException ? Kind.INTERRUPTED : Kind.OTHER;
    return new Failure(kind, message, Optional.empty(), Optional.empty());
  }

  /**
   * Throws on this side what was thrown on the other.
   *
   * @return nothing; to be thrown, for the compiler's sake
   */
  public ElsewhereException thrown() throws FeedException, InterruptedException {
    if (kind == Kind.INTERRUPTED) {
      throw new InterruptedException(message);
    }
    if (kind == Kind.FEED && reason.isPresent()) {
      throw retryAfter.isPresent()
          ? new FeedException(reason.get(), message, retryAfter.get())
          : new FeedException(reason.get(), message);
    }
    return ElsewhereException.thrown(message);
  }
}

package org.muscat.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the host asks of a feed. Immutable. */
public final class FetchRequest {

  private final @Nullable String cursor;
  private final Instant deadline;

  private FetchRequest(@Nullable String cursor, Instant deadline) {
    this.cursor = cursor;
    this.deadline = deadline;
  }

  /** A first fetch, without a cursor. */
  public static FetchRequest first(Instant deadline) {
    return new FetchRequest(null, deadline);
  }

  /** A fetch that goes on where the batch with this cursor ended. */
  public static FetchRequest after(String cursor, Instant deadline) {
    return new FetchRequest(cursor, deadline);
  }

  /** The {@link Batch#nextCursor()} of the last batch that was stored, empty at first. */
  public Optional<String> cursor() {
    return Optional.ofNullable(cursor);
  }

  /** When the host gives up and interrupts. */
  public Instant deadline() {
    return deadline;
  }
}

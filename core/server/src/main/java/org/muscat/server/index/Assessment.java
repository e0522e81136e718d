package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muscat.engine.IndexState;
import org.muscat.engine.Movement;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.host.CallFailed;
import org.muscat.spi.Reading;

/**
 * All that is said of a theatre as of one moment. Immutable.
 *
 * @param theatre what was assessed
 * @param theatreState the index, the regime with its flags, and the margin for error
 * @param statusWords what the status indicators read, in the order of the model
 * @param moves what moved the index over some spans up to now; a span without a score at its start
 *     is left out
 * @param basis what it was computed from
 */
public record Assessment(
    Theatre theatre,
    TheatreState theatreState,
    List<StatusWord> statusWords,
    List<Move> moves,
    Basis basis) {

  /**
   * What an assessment was computed from.
   *
   * @param stamp the newest delivery that was read, as {@link org.muscat.store.History#stamp} tells
   * @param failure of a reading that failed for a reason of the moment, so that computing it again
   *     may give something else; empty if there was none
   */
  public record Basis(long stamp, Optional<CallFailed> failure) {}

  /**
   * The reading of a status indicator.
   *
   * @param member whose word it is
   * @param reading with the facts {@code status} and {@code since}, or why there is none
   */
  public record StatusWord(BoundMember member, Reading reading) {}

  /**
   * A move of the index up to now.
   *
   * @param span how far back it looks
   * @param from the moment it is compared with
   * @param movement the change and its parts
   */
  public record Move(Duration span, Instant from, Movement movement) {}

  public Assessment {
    statusWords = List.copyOf(statusWords);
    moves = List.copyOf(moves);
  }

  /** The index. */
  public IndexState state() {
    return theatreState.index();
  }
}

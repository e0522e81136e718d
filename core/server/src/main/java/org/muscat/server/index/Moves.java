package org.muscat.server.index;

import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.IndexState;
import org.muscat.engine.Movement;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.server.index.Assessment.Move;

/** What moved an index over the spans of {@link Assessor#SPANS}. */
final class Moves {

  private Moves() {}

  /**
   * The moves between states with a score.
   *
   * @param before the states at the beginning of the spans, in their order
   */
  static List<Move> of(List<TheatreState> before, TheatreState now) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      IndexState then = before.get(i).index();
      if (then.scored().isPresent() && now.index().scored().isPresent()) {
        moves.add(
            new Move(Assessor.SPANS.get(i), then.asOf(), Movement.between(then, now.index())));
      }
    }
    return moves;
  }
}

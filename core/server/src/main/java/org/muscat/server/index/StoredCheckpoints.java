package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muscat.store.IndexStates;
import org.muscat.store.StoredState;

/** The checkpoints that a store holds: the store keeps them and does not read them. */
public final class StoredCheckpoints {

  private static final int SHOWN = 20;

  private StoredCheckpoints() {}

  /** What is wrong with stored checkpoints, one sentence each; none if all can be gone on from. */
  public static List<String> problems(IndexStates states) {
    List<String> problems = new ArrayList<>();
    for (String theatre : states.theatres()) {
      states.forEach(theatre, Instant.MIN, Instant.MAX, state -> check(state, problems));
    }
    return problems;
  }

  private static void check(StoredState state, List<String> problems) {
    if (state.checkpoint() == null || problems.size() == SHOWN) {
      return;
    }
    try {
      Checkpoints.read(state.checkpoint());
    } catch (IllegalStateException e) {
      // The rest says where in Muscat.
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      problems.add(state.theatre() + " as of " + state.asOf() + ": " + reason);
    }
  }
}

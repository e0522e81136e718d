package org.muscat.server.backfill;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.server.backfill.Backfill.Progress;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.document.Words;
import org.muscat.server.index.GridPoint;
import org.muscat.store.AppendedStates;
import org.muscat.store.StoredState;

/** Collects states and stores them some at a time. For one thread. */
final class Batches {

  private static final int SIZE = 256;

  private final Function<List<StoredState>, AppendedStates> sink;
  private final Documents documents;
  private final String programs;
  private final Clock clock;
  private final Consumer<Progress> listener;
  private final List<StoredState> waiting = new ArrayList<>();
  private Progress progress = new Progress(Instant.MIN, 0, 0, 0, 0);

  /**
   * Batches of one walk.
   *
   * @param sink stores one
   */
  Batches(
      Function<List<StoredState>, AppendedStates> sink,
      Documents documents,
      String programs,
      Clock clock,
      Consumer<Progress> listener) {
    this.sink = sink;
    this.documents = documents;
    this.programs = programs;
    this.clock = clock;
    this.listener = listener;
  }

  Progress progress() {
    return progress;
  }

  void add(GridPoint point) {
    waiting.add(state(point));
    if (waiting.size() == SIZE) {
      flush();
    }
  }

  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    AppendedStates appended = sink.apply(List.copyOf(waiting));
    int scored = 0;
    int checkpoints = 0;
    for (StoredState state : waiting) {
      scored += state.stability() == null ? 0 : 1;
      checkpoints += state.checkpoint() == null ? 0 : 1;
    }
    progress =
        new Progress(
            waiting.get(waiting.size() - 1).asOf(),
            progress.stored() + appended.stored(),
            progress.unchanged() + appended.unchanged(),
            progress.scored() + scored,
            progress.checkpoints() + checkpoints);
    waiting.clear();
    listener.accept(progress);
  }

  private StoredState state(GridPoint point) {
    IndexState state = point.assessment().state();
    IndexState.@Nullable Score score = state.scored().orElse(null);
    return new StoredState(
        state.theatre(),
        state.model(),
        state.modelHash(),
        programs,
        state.asOf(),
        point.stamp(),
        Words.of(state.status()),
        score == null ? null : (Double) score.stability(),
        score == null ? null : (Double) score.lower(),
        score == null ? null : (Double) score.upper(),
        Json.compact(documents.whole(point.assessment())),
        point.checkpoint().orElse(null),
        clock.instant());
  }
}

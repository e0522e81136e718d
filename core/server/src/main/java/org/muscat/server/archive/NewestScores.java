package org.muscat.server.archive;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muscat.store.StoredScore;

/** Hands on the last score of each model and moment, when the next begins. */
final class NewestScores implements Consumer<StoredScore> {

  private final Consumer<StoredScore> sink;
  private @Nullable StoredScore last;

  NewestScores(Consumer<StoredScore> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(StoredScore score) {
    if (last != null && !(last.asOf().equals(score.asOf()) && last.model().equals(score.model()))) {
      sink.accept(last);
    }
    last = score;
  }

  /** Call it once, after the last score. */
  void finish() {
    if (last != null) {
      sink.accept(last);
    }
  }
}

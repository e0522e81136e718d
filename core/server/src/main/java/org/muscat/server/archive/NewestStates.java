package org.muscat.server.archive;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muscat.store.StoredState;

/** Hands on the last state of each model and moment, when the next begins. */
final class NewestStates implements Consumer<StoredState> {

  private final Consumer<StoredState> sink;
  private @Nullable StoredState last;

  NewestStates(Consumer<StoredState> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(StoredState state) {
    if (last != null && !(last.asOf().equals(state.asOf()) && last.model().equals(state.model()))) {
      sink.accept(last);
    }
    last = state;
  }

  /** Call it once, after the last state. */
  void finish() {
    if (last != null) {
      sink.accept(last);
    }
  }
}

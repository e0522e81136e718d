package org.muscat.server.http;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muscat.server.index.IndexBoard;
import org.muscat.store.Store;

/** Whether Muscat can answer, and why not. Safe for any thread but an event loop. */
public final class Readiness {

  private final IndexBoard board;
  private final Store store;
  private final AtomicBoolean stopping = new AtomicBoolean();

  @Inject
  public Readiness(IndexBoard board, Store store) {
    this.board = board;
    this.store = store;
  }

  /** From now on not ready: the first step of stopping. */
  public void stopping() {
    stopping.set(true);
  }

  /** Why Muscat is not ready; empty when it is. */
  public Optional<String> obstacle() {
    if (stopping.get()) {
      return Optional.of("stopping");
    }
    if (board.current().isEmpty()) {
      return Optional.of("nothing was published yet");
    }
    return store.isWritable() ? Optional.empty() : Optional.of("the store cannot be written");
  }
}

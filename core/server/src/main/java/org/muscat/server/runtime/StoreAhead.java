package org.muscat.server.runtime;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.muscat.store.Store;
import org.muscat.store.StoreLocation;

/**
 * Opens a store on a thread of its own, while other things are read that may yet forbid to start.
 * So nothing is changed before that is known: a store that is not there, or is not up to date, is
 * opened when it is {@link #take taken}. For one thread.
 */
final class StoreAhead implements AutoCloseable {

  private final StoreLocation location;
  private final CompletableFuture<Optional<Store>> opening;
  private boolean isTaken;

  private StoreAhead(StoreLocation location) {
    this.location = location;
    this.opening =
        CompletableFuture.supplyAsync(() -> Store.openUnchanged(location), StoreAhead::start);
  }

  /** Begins to open a store. */
  static StoreAhead of(StoreLocation location) {
    return new StoreAhead(location);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "store");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The store, which is the caller's to close.
   *
   * @throws org.muscat.store.StoreException if it cannot be opened
   */
  Store take() {
    isTaken = true;
    try {
      return opening.join().orElseGet(() -> Store.open(location));
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /**
   * Closes the store if it was not taken, or once it is open: a database that does not answer keeps
   * nobody waiting who has no use for it any more.
   */
  @Override
  public void close() {
    if (!isTaken) {
      // Whether it could be opened does not matter any more.
      CompletableFuture<Void> unused = opening.thenAccept(store -> store.ifPresent(Store::close));
    }
  }
}

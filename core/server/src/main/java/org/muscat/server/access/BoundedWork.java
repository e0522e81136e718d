package org.muscat.server.access;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Work on other threads, of which only so much may wait. Thread-safe. */
final class BoundedWork {

  private final WorkerExecutor workers;
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();

  BoundedWork(WorkerExecutor workers, int most) {
    this.workers = workers;
    this.most = most;
  }

  /** Fails with a {@link Refusal} if too much waits. */
  <T> Future<T> run(Callable<T> work) {
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      return Future.failedFuture(Refusal.busy("too many credentials are being checked; try again"));
    }
    return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
  }
}

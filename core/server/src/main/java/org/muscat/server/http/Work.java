package org.muscat.server.http;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muscat.server.access.Address;

/**
 * Work on other threads, of which only so much may wait, and of one address only half of that; of
 * this machine, where a proxy stands for many, all of it. Thread-safe.
 */
final class Work {

  private static final long RETRY_SECONDS = 2;

  private final WorkerExecutor workers;
  private final Shares places;
  private final boolean abandonable;

  private Work(WorkerExecutor workers, int most, boolean abandonable) {
    this.workers = workers;
    this.places = new Shares(most);
    this.abandonable = abandonable;
  }

  /**
   * Answers questions: what nobody waits for any more is not done, and does not count.
   *
   * @param most that waits or is under way
   */
  static Work answering(WorkerExecutor workers, int most) {
    return new Work(workers, most, true);
  }

  /** Does what it is told to, also for those who do not wait for the answer. */
  static Work obeying(WorkerExecutor workers, int most) {
    return new Work(workers, most, false);
  }

  /** Ends its threads. */
  void close() {
    workers.close();
  }

  /**
   * Does some work for a request. Called on its event loop.
   *
   * @return fails with a {@link Problem} if too much waits, and with {@link HttpClosedException} if
   *     whoever asked is gone
   */
  <T> Future<T> run(RoutingContext context, Callable<T> work) {
    Address from = Address.of(context.request());
    if (!places.take(from, 1)) {
      return Future.failedFuture(
          Problem.busy("too much is being asked just now; ask again later", RETRY_SECONDS));
    }
    AtomicBoolean taken = new AtomicBoolean(true);
    if (abandonable) {
      context.addEndHandler(done -> release(from, taken));
    }
    return workers
        .executeBlocking(
            () -> {
              if (abandonable) {
                requireSomebody(context);
              }
              return work.call();
            },
            false)
        .onComplete(done -> release(from, taken));
  }

  /**
   * For what takes long: ends it if whoever asked is gone.
   *
   * @throws HttpClosedException if so
   */
  static void requireSomebody(RoutingContext context) {
    if (context.response().closed()) {
      throw new HttpClosedException("whoever asked is gone");
    }
  }

  private void release(Address from, AtomicBoolean taken) {
    if (taken.compareAndSet(true, false)) {
      places.give(from, 1);
    }
  }
}

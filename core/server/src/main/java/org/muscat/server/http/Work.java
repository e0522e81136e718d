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
  private final Shares unread;

  private Work(WorkerExecutor workers, int most, boolean abandonable, Shares unread) {
    this.workers = workers;
    this.places = new Shares(most);
    this.abandonable = abandonable;
    this.unread = unread;
  }

  /**
   * Answers questions: what nobody waits for any more is not done, and does not count.
   *
   * @param most that waits or is under way
   * @param unread bytes of answers that are sent, and that nobody has read yet
   */
  static Work answering(WorkerExecutor workers, int most, Shares unread) {
    return new Work(workers, most, true, unread);
  }

  /** Does what it is told to, also for those who do not wait for the answer. */
  static Work obeying(WorkerExecutor workers, int most) {
    return new Work(workers, most, false, new Shares(Integer.MAX_VALUE));
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
   * Sends an answer, on the event loop of its request.
   *
   * @return fails with a {@link Problem} if too much waits to be read
   */
  Future<Void> send(RoutingContext context, Prepared answer, Coding coding) {
    Address from = Address.of(context.request());
    int size = answer.size(coding);
    if (!unread.take(from, size)) {
      return Future.failedFuture(
          Problem.busy(
              "too much that was answered is not read yet; ask again later", RETRY_SECONDS));
    }
    // Who goes in the middle is nobody's fault.
    return answer.send(context, coding).transform(done -> given(from, size));
  }

  private Future<Void> given(Address from, int size) {
    unread.give(from, size);
    return Future.succeededFuture();
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

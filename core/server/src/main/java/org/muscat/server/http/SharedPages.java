package org.muscat.server.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.Representation;

/**
 * Makes one page for all scrapers that asked for its like before it was begun: each sees what was
 * there after it asked, and many at once cost little more than one. Pages are made one after the
 * other with a rest after each, so that however many ask, pages take a small share of one
 * processor; nobody who comes after the rest waits. Thread-safe.
 */
final class SharedPages {

  /** A page is followed by so many times what it took: pages take a quarter of one processor. */
  static final int REST = 3;

  /** A page that hung once keeps no scraper waiting for long. */
  static final Duration LONGEST_REST = Duration.ofMillis(250);

  /** A page that takes longer keeps the next one from being made no more. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What comes back later. */
  @FunctionalInterface
  interface Timers {

    /** Runs something once, after some time, on no thread that may block. */
    void after(Duration time, Runnable what);
  }

  private final Exposition exposition;
  private final LongSupplier nanoTime;

  /** Pages that are not begun yet, the one that was asked for first before the others. */
  private final Map<Representation, Promise<Exposition.Page>> toBegin = new LinkedHashMap<>();

  /** Whether a page is being made, or a timer tells when the next one may be. */
  private boolean busy;

  private long busySince;
  private long restsUntil;

  /**
   * Pages of what is told to scrapers.
   *
   * @param nanoTime time that passes, in nanoseconds, as {@link System#nanoTime}
   */
  SharedPages(Exposition exposition, LongSupplier nanoTime) {
    this.exposition = exposition;
    this.nanoTime = nanoTime;
    this.restsUntil = nanoTime.getAsLong();
  }

  /** A page that is begun after this call. */
  Future<Exposition.Page> next(Representation how, WorkerExecutor workers, Timers timers) {
    Promise<Exposition.Page> page;
    synchronized (this) {
      page = toBegin.computeIfAbsent(how, absent -> Promise.promise());
    }
    proceed(workers, timers);
    return page.future();
  }

  /** Begins the next page, or sees to it that it is begun when the rest is over. */
  private void proceed(WorkerExecutor workers, Timers timers) {
    long rest;
    Map.Entry<Representation, Promise<Exposition.Page>> first;
    synchronized (this) {
      long now = nanoTime.getAsLong();
      if ((busy && now - busySince < PATIENCE.toNanos()) || toBegin.isEmpty()) {
        return;
      }
      busy = true;
      busySince = now;
      rest = restsUntil - now;
      first = toBegin.entrySet().iterator().next();
      if (rest <= 0) {
        // Whoever asks from now on gets another one.
        toBegin.remove(first.getKey());
      }
    }
    if (rest > 0) {
      timers.after(Duration.ofNanos(rest), () -> free(workers, timers));
    } else {
      made(first.getKey(), workers)
          .onComplete(
              page -> {
                // What somebody does with a page cannot keep the next one from being made.
                free(workers, timers);
                first.getValue().handle(page);
              });
    }
  }

  private void free(WorkerExecutor workers, Timers timers) {
    synchronized (this) {
      busy = false;
    }
    proceed(workers, timers);
  }

  private Future<Exposition.Page> made(Representation how, WorkerExecutor workers) {
    try {
      return workers.executeBlocking(() -> page(how), false);
    } catch (RejectedExecutionException e) {
      return Future.failedFuture(e);
    }
  }

  private Exposition.Page page(Representation how) {
    long start = nanoTime.getAsLong();
    try {
      return exposition.page(how);
    } finally {
      rest(start);
    }
  }

  private synchronized void rest(long start) {
    long end = nanoTime.getAsLong();
    restsUntil = end + Math.min((end - start) * REST, LONGEST_REST.toNanos());
  }
}

package org.muscat.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer: what is asked of the one does not wait for what was asked of another.
 *
 * @param queries answer questions, also those about the past that take long
 * @param health answers probes
 * @param scrapes make pages of metrics
 * @param reloads try feeds; that is not too long for a warning
 */
record Workers(
    WorkerExecutor queries, WorkerExecutor health, WorkerExecutor scrapes, WorkerExecutor reloads) {

  private static final int QUERY_THREADS = 2;
  private static final int SCRAPE_THREADS = 2;
  private static final long QUERY_SECONDS = 30;
  private static final long RELOAD_MINUTES = 30;

  static Workers of(Vertx vertx) {
    return new Workers(
        vertx.createSharedWorkerExecutor("queries", QUERY_THREADS, QUERY_SECONDS, TimeUnit.SECONDS),
        vertx.createSharedWorkerExecutor("health", 1, QUERY_SECONDS, TimeUnit.SECONDS),
        vertx.createSharedWorkerExecutor(
            "scrapes", SCRAPE_THREADS, QUERY_SECONDS, TimeUnit.SECONDS),
        vertx.createSharedWorkerExecutor("reloads", 1, RELOAD_MINUTES, TimeUnit.MINUTES));
  }
}

package org.muscat.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The threads that answer: what is asked of the one does not wait for what was asked of another.
 *
 * @param queries answer questions that may take long, such as those about the past
 * @param documents answer with what is known already
 * @param orders take plugins out of service and back, and tell jobs what to do
 * @param reloads try feeds; that is not too long for a warning
 * @param missed look up what listeners of the stream missed; there are only so many listeners
 * @param health answers probes
 * @param scrapes make pages of metrics
 */
record Workers(
    Work queries,
    Work documents,
    Work orders,
    Work reloads,
    WorkerExecutor missed,
    WorkerExecutor health,
    WorkerExecutor scrapes)
    implements AutoCloseable {

  /** A page that shows another day asks half a dozen; the slowest takes a second or two. */
  static final int MOST_QUERIES = 32;

  private static final int MOST_DOCUMENTS = 512;
  private static final int MOST_ORDERS = 64;
  private static final int MOST_RELOADS = 8;
  private static final long LEAST_UNREAD = 64 * 1024 * 1024;
  private static final long QUERY_SECONDS = 30;
  private static final long RELOAD_MINUTES = 30;

  static Workers of(Vertx vertx) {
    Shares unread = new Shares(mostUnread());
    return new Workers(
        Work.answering(threads(vertx, "queries", 2), MOST_QUERIES, unread),
        Work.answering(threads(vertx, "documents", 2), MOST_DOCUMENTS, unread),
        Work.obeying(threads(vertx, "orders", 1), MOST_ORDERS),
        Work.obeying(
            vertx.createSharedWorkerExecutor("reloads", 1, RELOAD_MINUTES, TimeUnit.MINUTES),
            MOST_RELOADS),
        threads(vertx, "missed", 1),
        threads(vertx, "health", 1),
        threads(vertx, "scrapes", 2));
  }

  /** What is not closed would be kept by Vert.x for ever, with all that can be reached from it. */
  @Override
  public void close() {
    Stream.of(queries, documents, orders, reloads).forEach(Work::close);
    Stream.of(missed, health, scrapes).forEach(WorkerExecutor::close);
  }

  /** An eighth of the memory, and room for some dozen large answers in any case. */
  private static int mostUnread() {
    long eighth = Runtime.getRuntime().maxMemory() / 8;
    return (int) Math.min(Math.max(eighth, LEAST_UNREAD), Integer.MAX_VALUE);
  }

  private static WorkerExecutor threads(Vertx vertx, String name, int count) {
    return vertx.createSharedWorkerExecutor(name, count, QUERY_SECONDS, TimeUnit.SECONDS);
  }
}

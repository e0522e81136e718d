package org.muscat.server.http;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.Representation;

/**
 * Makes one page for all scrapers that asked for its like before it was begun: each sees what was
 * there after it asked, and many at once cost little more than one. Thread-safe.
 */
final class SharedPages {

  private final Exposition exposition;
  private final Map<Representation, Future<Exposition.Page>> toBegin = new ConcurrentHashMap<>();

  SharedPages(Exposition exposition) {
    this.exposition = exposition;
  }

  /** A page that is begun after this call. */
  Future<Exposition.Page> next(Representation how, WorkerExecutor workers) {
    return toBegin.computeIfAbsent(how, absent -> workers.executeBlocking(() -> made(how), false));
  }

  /** Whoever asks from now on gets another one. */
  private Exposition.Page made(Representation how) {
    toBegin.remove(how);
    return exposition.page(how);
  }
}

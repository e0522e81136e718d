package org.muscat.server.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.muscat.server.metrics.Exposition;

/**
 * Answers scrapes: a page as a whole, or, if it is not there while the scraper waits, that it is
 * not.
 */
final class MetricsHandler {

  private final Exposition exposition;
  private final SharedPages pages;

  @Inject
  MetricsHandler(Exposition exposition) {
    this.exposition = exposition;
    this.pages = new SharedPages(exposition, System::nanoTime);
  }

  /**
   * Answers a request, on its event loop.
   *
   * @param scrapes makes the page
   */
  void answer(RoutingContext context, WorkerExecutor scrapes) {
    ScrapeRequest scrape = ScrapeRequest.of(context);
    page(scrape, scrapes, context.vertx())
        .timeout(scrape.patience().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(page -> send(context, scrape, page))
        .onFailure(why -> context.fail(why instanceof TimeoutException ? late(scrape) : why));
  }

  private Future<Exposition.Page> page(ScrapeRequest scrape, WorkerExecutor scrapes, Vertx vertx) {
    return scrape.names().isEmpty()
        ? shared(scrape, scrapes, vertx)
        : scrapes.executeBlocking(
            () -> exposition.page(scrape.representation(), scrape.names()), false);
  }

  /** Each is answered on its own event loop, whoever asked first. */
  private Future<Exposition.Page> shared(
      ScrapeRequest scrape, WorkerExecutor scrapes, Vertx vertx) {
    Promise<Exposition.Page> own = ((ContextInternal) vertx.getOrCreateContext()).promise();
    pages
        .next(scrape.representation(), scrapes, (time, then) -> after(time, then, vertx))
        .onComplete(own);
    return own.future();
  }

  /** Timers of Vert.x know milliseconds: never before the time. */
  private static void after(Duration time, Runnable then, Vertx vertx) {
    vertx.setTimer(time.plusNanos(999_999).toMillis(), timer -> then.run());
  }

  private static Problem late(ScrapeRequest scrape) {
    return Problem.unavailable(
        "the metrics were not ready within "
            + scrape.patience()
            + "; ask again with a longer scrape timeout, and look in the log for what hangs");
  }

  /** A page can have many megabytes: it is wrapped, for a copy for each scraper is garbage. */
  private static void send(RoutingContext context, ScrapeRequest scrape, Exposition.Page page) {
    int length = page.parts().stream().mapToInt(part -> part.length).sum();
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, scrape.type().contentType())
            .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(length))
            .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
    if (scrape.gzip()) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (!context.request().method().equals(HttpMethod.HEAD)) {
      page.parts()
          .forEach(part -> response.write(BufferInternal.buffer(Unpooled.wrappedBuffer(part))));
    }
    response.end();
  }
}

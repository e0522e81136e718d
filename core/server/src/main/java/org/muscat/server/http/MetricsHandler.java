package org.muscat.server.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.muscat.server.metrics.Exposition;

/**
 * Answers scrapes: a page as a whole, or, if it is not there while the scraper waits, that it is
 * not.
 */
final class MetricsHandler {

  private final Exposition exposition;

  @Inject
  MetricsHandler(Exposition exposition) {
    this.exposition = exposition;
  }

  /**
   * Answers a request, on its event loop.
   *
   * @param scrapes makes the page
   */
  void answer(RoutingContext context, WorkerExecutor scrapes) {
    ScrapeRequest scrape = ScrapeRequest.of(context);
    scrapes
        .executeBlocking(() -> page(context, scrape), false)
        .timeout(scrape.patience().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(page -> send(context, scrape, page))
        .onFailure(why -> context.fail(why instanceof TimeoutException ? late(scrape) : why));
  }

  /** A page can have many megabytes: they are wrapped, for a copy for each scraper is garbage. */
  private List<Buffer> page(RoutingContext context, ScrapeRequest scrape) {
    HttpServerResponse response = context.response();
    return response.ended() || response.closed()
        ? List.of()
        : exposition.page(scrape.representation(), scrape.names()).parts().stream()
            .map(part -> (Buffer) BufferInternal.buffer(Unpooled.wrappedBuffer(part)))
            .toList();
  }

  private static Problem late(ScrapeRequest scrape) {
    return Problem.unavailable(
        "the metrics were not ready within "
            + scrape.patience()
            + "; ask again with a longer scrape timeout, and look in the log for what hangs");
  }

  private static void send(RoutingContext context, ScrapeRequest scrape, List<Buffer> page) {
    int length = page.stream().mapToInt(Buffer::length).sum();
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
      page.forEach(response::write);
    }
    response.end();
  }
}

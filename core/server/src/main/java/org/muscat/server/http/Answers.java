package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Sends answers that are made on other threads. */
final class Answers {

  private Answers() {}

  /** Answers with a document of JSON that a worker makes. */
  static Handler<RoutingContext> json(
      WorkerExecutor workers, Function<RoutingContext, String> document) {
    return of(workers, context -> Answer.json(document.apply(context)));
  }

  /** Answers with what a worker makes. */
  static Handler<RoutingContext> of(
      WorkerExecutor workers, Function<RoutingContext, Answer> answerer) {
    return context -> answer(context, workers, answerer);
  }

  private record Tagged(Answer answer, EntityTag tag) {}

  private static void answer(
      RoutingContext context, WorkerExecutor workers, Function<RoutingContext, Answer> answerer) {
    workers
        .executeBlocking(
            () -> {
              Answer answer = answerer.apply(context);
              return new Tagged(answer, EntityTag.of(answer.body()));
            },
            false)
        .onSuccess(tagged -> send(context, tagged))
        .onFailure(context::fail);
  }

  /** What changes something, or depends on a body, has no tag. */
  private static void send(RoutingContext context, Tagged tagged) {
    HttpServerResponse response = context.response();
    tagged.answer().headers().forEach(response::putHeader);
    if (!context.request().method().equals(HttpMethod.POST)) {
      response
          .putHeader(HttpHeaders.ETAG, tagged.tag().text())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
          .headers()
          .add(HttpHeaders.VARY, "Accept, Accept-Encoding");
      if (tagged.tag().isIn(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
        response.setStatusCode(304).end();
        return;
      }
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, tagged.answer().contentType())
        .end(tagged.answer().body());
  }

  /** Answers with a line of text. */
  static void text(RoutingContext context, int status, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(body);
  }
}

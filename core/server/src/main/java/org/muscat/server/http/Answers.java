package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muscat.server.access.Ending;

/** Sends answers that are made on other threads. */
final class Answers {

  private Answers() {}

  /** Answers with a document of JSON that a worker makes. */
  static Handler<RoutingContext> json(Work work, Function<RoutingContext, String> document) {
    return of(work, context -> Answer.json(document.apply(context)));
  }

  /** Answers with what a worker makes. */
  static Handler<RoutingContext> of(Work work, Function<RoutingContext, Answer> answerer) {
    return context -> answer(context, work, () -> new Prepared(answerer.apply(context)));
  }

  /** The same with what is kept, perhaps. */
  static void answer(RoutingContext context, Work work, Supplier<Prepared> answerer) {
    Coding coding = Coding.of(context);
    work.run(context, () -> answerer.get().in(coding))
        .compose(prepared -> work.send(context, prepared, coding))
        .onFailure(context::fail);
  }

  /** Answers with a line of text. */
  static void text(RoutingContext context, int status, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8");
    Ending.with(context.request(), Buffer.buffer(body));
  }
}

package org.muscat.server.http;

import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.Address;
import org.muscat.server.document.StreamDocument;
import org.muscat.server.index.Theatre;
import org.muscat.server.publish.PublishedHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code GET /api/v1/stream}: each published index as it is published. */
final class StreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);

  /** What is sent again of each theatre at most. */
  private static final int MOST_MISSED = 1_000;

  private static final long RETRY_SECONDS = 30;

  private final StreamHub hub;
  private final Questions questions;
  private final PublishedHistory history;

  @Inject
  StreamHandler(StreamHub hub, Questions questions, PublishedHistory history) {
    this.hub = hub;
    this.questions = questions;
    this.history = history;
  }

  /**
   * Begins a stream, on an event loop.
   *
   * @param workers looks up what was missed
   */
  void listen(RoutingContext context, WorkerExecutor workers) {
    @Nullable String theatre = context.queryParams().get("theatre");
    if (theatre != null) {
      questions.requireTheatre("query", theatre);
    }
    Optional<StreamPosition> last = last(context);
    Address from = Address.of(context.request());
    requireRoom(from);
    HttpServerResponse response = head(context);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      var unused = response.end();
      return;
    }
    StreamListener listener = hub.add(response, from.key(), theatre, last.isPresent());
    var unused = response.write("retry: 3000\n\n");
    last.ifPresent(
        position ->
            workers
                .executeBlocking(() -> missed(context, position, theatre), false)
                .onSuccess(missed -> catchUp(listener, missed))
                .onFailure(
                    why -> {
                      LOG.atWarn()
                          .addKeyValue("event", "missed-events-unread")
                          .setCause(why)
                          .log("what a listener of the stream missed cannot be read");
                      listener.sendAway(
                          "lagging", "what was missed could not be read; connect again");
                    }));
  }

  private void requireRoom(Address from) {
    String instead = " listen already; ask /api/v1/theatres/ID/index now and then";
    if (hub.size() >= StreamHub.MOST_LISTENERS) {
      throw Problem.busy(StreamHub.MOST_LISTENERS + instead, RETRY_SECONDS);
    }
    // A proxy of this machine stands for many.
    if (!from.loopback() && hub.size(from.key()) >= StreamHub.MOST_OF_ONE) {
      throw Problem.tooMany(StreamHub.MOST_OF_ONE + " of " + from.host() + instead, RETRY_SECONDS);
    }
  }

  private static HttpServerResponse head(RoutingContext context) {
    return context
        .response()
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Optional<StreamPosition> last(RoutingContext context) {
    String header = context.request().getHeader("Last-Event-ID");
    return Optional.ofNullable(header == null ? context.queryParams().get("lastEventId") : header)
        .map(StreamPosition::read);
  }

  private List<StreamEvent> missed(
      RoutingContext context, StreamPosition position, @Nullable String wanted) {
    List<StreamDocument> missed = new ArrayList<>();
    if (context.response().closed()) {
      return List.of();
    }
    for (Theatre theatre : questions.theatres().all()) {
      if (wanted == null || wanted.equals(theatre.id())) {
        history
            .publishedSince(theatre, position.next(theatre.id()), MOST_MISSED + 1)
            .forEach(point -> missed.add(StreamDocument.of(theatre.id(), point)));
      }
    }
    missed.sort(StreamDocument.ORDER);
    return missed.stream().map(StreamEvent::of).toList();
  }

  /** Of too many none is sent: whoever missed so much asks for the history. */
  private static void catchUp(StreamListener listener, List<StreamEvent> missed) {
    if (missed.size() > MOST_MISSED) {
      listener.catchUp(
          List.of(),
          "more than " + MOST_MISSED + " events were missed; ask /api/v1/theatres/ID/history");
    } else {
      listener.catchUp(missed, null);
    }
  }
}

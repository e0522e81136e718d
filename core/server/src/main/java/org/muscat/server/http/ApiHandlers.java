package org.muscat.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Moments;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;

/** Answers the API, one method for each resource. Runs on a query thread. */
final class ApiHandlers {

  private final Theatres theatres;
  private final IndexBoard board;
  private final Assessor assessor;
  private final Documents documents;

  @Inject
  ApiHandlers(Theatres theatres, IndexBoard board, Assessor assessor, Documents documents) {
    this.theatres = theatres;
    this.board = board;
    this.assessor = assessor;
    this.documents = documents;
  }

  String theatres(RoutingContext context) {
    @Nullable Snapshot snapshot = board.current().orElse(null);
    return Json.compact(
        theatres.all().stream()
            .map(
                theatre ->
                    documents.theatre(
                        theatre,
                        snapshot == null ? null : snapshot.theatre(theatre.id()).orElse(null)))
            .toList());
  }

  /** The published index, or with {@code asOf} the index as it would have been known then. */
  String index(RoutingContext context) {
    Theatre theatre = theatre(context);
    String asOf = context.request().getParam("asOf");
    Assessment assessment =
        asOf == null ? published(theatre) : assessor.assess(theatre, instant("asOf", asOf));
    return Json.compact(documents.index(assessment));
  }

  /** What this process has published. */
  String history(RoutingContext context) {
    Theatre theatre = theatre(context);
    Instant from = instant("from", context.request().getParam("from"), Instant.EPOCH);
    Instant to = instant("to", context.request().getParam("to"), Instant.MAX);
    return Json.compact(
        board.history(theatre.id(), from, to).stream().map(documents::historyPoint).toList());
  }

  String plugins(RoutingContext context) {
    return Json.compact(documents.plugins());
  }

  String feeds(RoutingContext context) {
    return Json.compact(documents.feeds());
  }

  private Assessment published(Theatre theatre) {
    return board
        .current()
        .flatMap(snapshot -> snapshot.theatre(theatre.id()))
        .orElseThrow(() -> Problem.notReady("nothing was published yet"));
  }

  private Theatre theatre(RoutingContext context) {
    String id = context.pathParam("theatre");
    return theatres
        .find(id)
        .orElseThrow(
            () -> {
              List<String> ids = theatres.all().stream().map(Theatre::id).toList();
              return Problem.notFound("there is no theatre '" + id + "'; there are " + ids);
            });
  }

  private static Instant instant(String name, @Nullable String text, Instant otherwise) {
    return text == null ? otherwise : instant(name, text);
  }

  private static Instant instant(String name, String text) {
    try {
      return Moments.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("parameter " + name + ": " + e.getMessage());
    }
  }
}

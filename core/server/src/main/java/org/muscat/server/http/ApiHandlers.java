package org.muscat.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.server.chokepoint.Chokepoints;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Moments;
import org.muscat.server.index.NoScoreException;
import org.muscat.server.index.ReadingFailedException;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.index.TooFarException;
import org.muscat.server.index.WhatIf;
import org.muscat.server.publish.NotReproducedException;
import org.muscat.server.publish.Reproduction;

/** Answers the API, one method for each resource. Runs on a query thread. */
final class ApiHandlers {

  private final Theatres theatres;
  private final IndexBoard board;
  private final Assessor assessor;
  private final Reproduction reproduction;
  private final Documents documents;
  private final Chokepoints chokepoints;
  private final Clock clock;
  private final DevNotes dev;

  @Inject
  ApiHandlers(
      Theatres theatres,
      IndexBoard board,
      Assessor assessor,
      Reproduction reproduction,
      Documents documents,
      Chokepoints chokepoints,
      Clock clock,
      DevNotes dev) {
    this.dev = dev;
    this.reproduction = reproduction;
    this.theatres = theatres;
    this.board = board;
    this.assessor = assessor;
    this.documents = documents;
    this.chokepoints = chokepoints;
    this.clock = clock;
  }

  String theatres(RoutingContext context) {
    @Nullable Snapshot snapshot = board.current().orElse(null);
    return Json.compact(
        theatres(snapshot).all().stream()
            .map(
                theatre ->
                    documents.theatre(
                        theatre,
                        snapshot == null ? null : snapshot.theatre(theatre.id()).orElse(null)))
            .toList());
  }

  /**
   * The published index, or with {@code asOf} what was published then. If nothing was, or with
   * {@code revised=true}, the index with all that is known by now of what was known then.
   */
  String index(RoutingContext context) {
    Asked asked = asked(context);
    Theatre theatre = asked.theatre();
    String asOf = context.request().getParam("asOf");
    boolean revised = flag(context, "revised");
    if (asOf == null) {
      return documents.published(asked.orNotReady());
    }
    Instant moment = instant("asOf", asOf);
    Optional<Reproduction.Result> then =
        revised ? Optional.empty() : answered(() -> reproduction.at(theatre, moment));
    return documents.published(
        then.map(Reproduction.Result::assessment)
            .orElseGet(() -> answered(() -> assessor.assess(theatre, moment))));
  }

  private static boolean flag(RoutingContext context, String name) {
    String text = context.request().getParam(name);
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw Problem.badRequest("parameter " + name + ": '" + text + "' is neither true nor false");
  }

  /** What moved the index from one moment to another. */
  String explain(RoutingContext context) {
    Theatre theatre = asked(context).theatre();
    Instant from = required(context, "from");
    Instant to = required(context, "to");
    if (from.isAfter(to)) {
      throw Problem.badRequest("from " + from + " is after to " + to + "; swap them");
    }
    return Json.compact(documents.explanation(answered(() -> assessor.explain(theatre, from, to))));
  }

  /** What would be said if some readings or weights were others. */
  String whatIf(RoutingContext context) {
    Asked asked = asked(context);
    WhatIfRequest request = WhatIfRequest.read(body(context));
    Instant asOf =
        request.asOf() == null
            ? asked.orNotReady().state().asOf()
            : instant("asOf", request.asOf());
    WhatIf whatIf =
        answered(
            () -> assessor.whatIf(asked.theatre(), asOf, request.readings(), request.weights()));
    return Json.compact(documents.whatIf(whatIf, request.readings(), request.weights()));
  }

  /** What the assessor cannot answer is told to the caller. */
  private static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (TooFarException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    } catch (NoScoreException | IllegalArgumentException e) {
      throw Problem.unprocessable(String.valueOf(e.getMessage()));
    } catch (ReadingFailedException e) {
      throw Problem.notReady(String.valueOf(e.getMessage()));
    } catch (NotReproducedException e) {
      throw Problem.internal(String.valueOf(e.getMessage()));
    }
  }

  private static String body(RoutingContext context) {
    String body = context.body().asString("UTF-8");
    return body == null ? "" : body;
  }

  private static Instant required(RoutingContext context, String name) {
    String text = context.request().getParam(name);
    if (text == null) {
      throw Problem.badRequest("parameter " + name + " is missing; it takes an instant");
    }
    return instant(name, text);
  }

  /** What this process has published. */
  String history(RoutingContext context) {
    Theatre theatre = asked(context).theatre();
    Instant from = instant("from", context.request().getParam("from"), Instant.EPOCH);
    Instant to = instant("to", context.request().getParam("to"), Instant.MAX);
    return Json.compact(
        board.history(theatre.id(), from, to).stream().map(documents::historyPoint).toList());
  }

  /**
   * Straits and incidents as GeoJSON: the published words, or with {@code asOf} those of that
   * moment, with all that is known by now of what was known then.
   */
  String chokepoints(RoutingContext context) {
    @Nullable Snapshot snapshot = board.current().orElse(null);
    String asOf = context.request().getParam("asOf");
    if (asOf != null) {
      return Json.compact(chokepoints.at(theatres(snapshot), instant("asOf", asOf)));
    }
    if (snapshot == null) {
      throw Problem.notReady("nothing was published yet");
    }
    return Json.compact(chokepoints.published(snapshot));
  }

  String feeds(RoutingContext context) {
    return Json.compact(documents.feeds(clock.instant()));
  }

  /** Whether this is {@code muscat dev}, and what is wrong with the plugin. */
  String dev(RoutingContext context) {
    return Json.compact(dev.document());
  }

  /**
   * What a request is about, from one snapshot: a new configuration shows as a whole or not at all.
   *
   * @param published the newest assessment; null before the first
   */
  private record Asked(Theatre theatre, @Nullable Assessment published) {

    Assessment orNotReady() {
      if (published == null) {
        throw Problem.notReady("nothing was published yet");
      }
      return published;
    }
  }

  private Asked asked(RoutingContext context) {
    String id = context.pathParam("theatre");
    @Nullable Snapshot snapshot = board.current().orElse(null);
    Theatres known = theatres(snapshot);
    Theatre theatre =
        known
            .find(id)
            .orElseThrow(
                () -> {
                  List<String> ids = known.all().stream().map(Theatre::id).toList();
                  return Problem.notFound("there is no theatre '" + id + "'; there are " + ids);
                });
    return new Asked(theatre, snapshot == null ? null : snapshot.theatre(id).orElse(null));
  }

  /** Those of the snapshot; before the first one, those of the start. */
  private Theatres theatres(@Nullable Snapshot snapshot) {
    return snapshot == null ? theatres : snapshot.theatres();
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

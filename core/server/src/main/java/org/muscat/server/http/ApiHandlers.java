package org.muscat.server.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.chokepoint.Chokepoints;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.document.LoadedModel;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.WhatIf;
import org.muscat.server.publish.Reproduction;

/** Answers the API, one method for each resource. Runs on a query thread. */
final class ApiHandlers {

  private final Questions questions;
  private final Assessor assessor;
  private final Reproduction reproduction;
  private final Documents documents;
  private final Chokepoints chokepoints;
  private final Clock clock;
  private final DevNotes dev;

  @Inject
  ApiHandlers(
      Questions questions,
      Assessor assessor,
      Reproduction reproduction,
      Documents documents,
      Chokepoints chokepoints,
      Clock clock,
      DevNotes dev) {
    this.questions = questions;
    this.assessor = assessor;
    this.reproduction = reproduction;
    this.documents = documents;
    this.chokepoints = chokepoints;
    this.clock = clock;
    this.dev = dev;
  }

  String theatres(RoutingContext context) {
    @Nullable Snapshot snapshot = questions.current().orElse(null);
    return Json.compact(
        questions.theatres().all().stream()
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
    Questions.Asked asked = questions.about(context);
    Theatre theatre = asked.theatre();
    Optional<Instant> asOf = Questions.moment(context, "asOf");
    if (asOf.isEmpty()) {
      return documents.served(asked.orNotReady());
    }
    Instant moment = Questions.near("asOf", asOf.get(), clock.instant());
    boolean revised = "true".equals(context.queryParams().get("revised"));
    Optional<Reproduction.Result> then =
        revised
            ? Optional.empty()
            : Questions.answered(() -> reproduction.at(theatre, moment, asked(context)));
    return documents.served(
        then.map(Reproduction.Result::assessment)
            .orElseGet(() -> Questions.answered(() -> asked(context).assess(theatre, moment))));
  }

  /** What moved the index from one moment to another. */
  String explain(RoutingContext context) {
    Theatre theatre = questions.about(context).theatre();
    Instant from = Questions.required(context, "from");
    Instant to = Questions.required(context, "to");
    Questions.requireOrder(from, to);
    Questions.near("to", to, clock.instant());
    return Json.compact(
        documents.explanation(Questions.answered(() -> asked(context).explain(theatre, from, to))));
  }

  /** What would be said if some readings or weights were others. */
  String whatIf(RoutingContext context) {
    Questions.Asked asked = questions.about(context);
    JsonObject body = context.body().asJsonObject();
    WhatIfRequest request = WhatIfRequest.read(body);
    Instant asOf = request.asOf().orElseGet(() -> asked.orNotReady().state().asOf());
    Questions.farFault(asOf, clock.instant())
        .ifPresent(
            fault -> {
              throw Problem.unprocessable(new FieldError("body", "/asOf", asOf.toString(), fault));
            });
    WhatIf whatIf =
        Questions.answered(
            () ->
                asked(context)
                    .whatIf(asked.theatre(), asOf, request.readings(), request.weights()));
    return Json.compact(documents.whatIf(whatIf, request.readings(), request.weights()));
  }

  /** What computes for whoever asks, until they are gone. */
  private Assessor asked(RoutingContext context) {
    return assessor.asked(() -> Work.requireSomebody(context));
  }

  /**
   * Straits and incidents as GeoJSON: the published words, or with {@code asOf} those of that
   * moment, with all that is known by now of what was known then.
   */
  String chokepoints(RoutingContext context) {
    Optional<Instant> asOf = Questions.moment(context, "asOf");
    if (asOf.isPresent()) {
      return Json.compact(chokepoints.at(questions.theatres(), asOf.get()));
    }
    Snapshot snapshot =
        questions.current().orElseThrow(() -> Problem.notReady("nothing was published yet"));
    return Json.compact(chokepoints.published(snapshot));
  }

  /** The kinds of indicators that the loaded plugins offer. */
  String indicators(RoutingContext context) {
    return Json.compact(documents.indicators());
  }

  /** The loaded models. */
  String models(RoutingContext context) {
    return Json.compact(LoadedModel.of(questions.theatres()));
  }

  String feeds(RoutingContext context) {
    return Json.compact(documents.feeds(clock.instant()));
  }

  /** Whether this is {@code muscat dev}, and what is wrong with the plugin. */
  String dev(RoutingContext context) {
    return Json.compact(dev.document());
  }
}

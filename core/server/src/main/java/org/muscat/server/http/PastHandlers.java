package org.muscat.server.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.theatre.Grid;
import org.muscat.server.document.DayDocument;
import org.muscat.server.document.Documents;
import org.muscat.server.document.EventDocument;
import org.muscat.server.document.Json;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.publish.PublishedHistory;
import org.muscat.server.publish.TheatreEvents;

/** Answers what was said and what happened before, page by page. Runs on a query thread. */
final class PastHandlers {

  private static final int POINTS = 1_000;
  private static final int MOST_POINTS = 4_000;
  private static final int DAYS = 100;
  private static final Duration YEAR = Duration.ofDays(365);

  /** Before it nothing was observed; further back no look-back reaches. */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private final Questions questions;
  private final PublishedHistory history;
  private final TheatreEvents events;
  private final Assessor assessor;
  private final Documents documents;
  private final Clock clock;

  @Inject
  PastHandlers(
      Questions questions,
      PublishedHistory history,
      TheatreEvents events,
      Assessor assessor,
      Documents documents,
      Clock clock) {
    this.questions = questions;
    this.history = history;
    this.events = events;
    this.assessor = assessor;
    this.documents = documents;
    this.clock = clock;
  }

  /** What was said of the index. */
  Answer history(RoutingContext context) {
    Theatre theatre = questions.about(context).theatre();
    HistoryFormat format = HistoryFormat.of(context);
    Instant from = Questions.moment(context, "from").orElse(Instant.EPOCH);
    Instant to = Questions.moment(context, "to").orElse(Instant.MAX);
    Questions.requireOrder(context);
    @Nullable String step = context.queryParams().get("step");
    int otherwise = format == HistoryFormat.JSON ? POINTS : MOST_POINTS;
    PublishedHistory.Page page =
        history.page(
            theatre,
            new PublishedHistory.Question(
                cursor(context).map(Cursor::at).filter(at -> at.isAfter(from)).orElse(from),
                to,
                step == null ? null : Duration.parse(step),
                Questions.number(context, "limit", otherwise)));
    return format.answer(
        context, theatre, page.points(), link(context, page.next().map(at -> new Cursor(at, 0))));
  }

  /** What the indicators said on each day, as it would have been known then. */
  Answer readings(RoutingContext context) {
    Questions.Asked asked = questions.about(context);
    Instant from = Questions.required(context, "from");
    Instant to = Questions.moment(context, "to").orElseGet(() -> now(asked));
    Questions.requireOrder(from, to);
    Questions.near("to", to, clock.instant());
    Instant first =
        Grid.atOrAfter(cursor(context).map(Cursor::at).filter(at -> at.isAfter(from)).orElse(from));
    int days = Questions.number(context, "limit", DAYS);
    Instant last = first.plus(Grid.STEP.multipliedBy(days - 1L));
    List<DayDocument> told = new ArrayList<>();
    if (!first.isAfter(to)) {
      Instant end = last.isAfter(to) ? to : last;
      boolean unused =
          Questions.answered(
              () -> {
                assessor
                    .asked(() -> Work.requireSomebody(context))
                    .replay(
                        asked.theatre(),
                        first,
                        end,
                        1,
                        point -> {
                          Work.requireSomebody(context);
                          told.add(documents.day(point.assessment()));
                        });
                return true;
              });
    }
    Optional<Cursor> next =
        Optional.of(last.plus(Grid.STEP))
            .filter(at -> !at.isAfter(to))
            .map(at -> new Cursor(at, 0));
    return answer(told, link(context, next));
  }

  /** The dated events that the indicators read. */
  Answer events(RoutingContext context) {
    Questions.Asked asked = questions.about(context);
    Instant asOf = now(asked);
    Questions.requireOrder(context);
    Instant to = Questions.moment(context, "to").filter(at -> at.isBefore(asOf)).orElse(asOf);
    Instant from = Questions.moment(context, "from").orElseGet(() -> to.minus(YEAR));
    Optional<Cursor> cursor = cursor(context);
    Instant wanted = cursor.map(Cursor::at).filter(at -> at.isAfter(from)).orElse(from);
    Instant begin = wanted.isBefore(FIRST) ? FIRST : wanted;
    if (begin.isAfter(to)) {
      return answer(List.of(), Map.of());
    }
    List<EventDocument> all = events.between(asked.theatre(), begin, to, asOf);
    int skip = Math.min(cursor.map(Cursor::skip).orElse(0), all.size());
    int limit = Questions.number(context, "limit", POINTS);
    List<EventDocument> rest = all.subList(skip, all.size());
    if (rest.size() <= limit) {
      return answer(rest, Map.of());
    }
    return answer(rest.subList(0, limit), link(context, Optional.of(cursor(all, skip + limit))));
  }

  /** The cursor to one of some events, which may share its moment with others. */
  private static Cursor cursor(List<EventDocument> events, int place) {
    // Cursors are of whole milliseconds.
    Instant at = Instant.ofEpochMilli(events.get(place).moment().toEpochMilli());
    int skip = 0;
    while (place - skip > 0 && !events.get(place - skip - 1).moment().isBefore(at)) {
      skip++;
    }
    return new Cursor(at, skip);
  }

  /** The moment of the published index; before the first, the present. */
  private Instant now(Questions.Asked asked) {
    return asked.published() == null ? clock.instant() : asked.published().state().asOf();
  }

  private static Optional<Cursor> cursor(RoutingContext context) {
    return Optional.ofNullable(context.queryParams().get("cursor")).map(Cursor::read);
  }

  private static Answer answer(List<?> page, Map<String, String> headers) {
    Answer answer = Answer.json(Json.compact(page));
    return new Answer(answer.contentType(), answer.body(), headers);
  }

  /** The same question with another cursor. */
  private static Map<String, String> link(RoutingContext context, Optional<Cursor> next) {
    if (next.isEmpty()) {
      return Map.of();
    }
    MultiMap query = MultiMap.caseInsensitiveMultiMap().addAll(context.queryParams());
    query.set("cursor", next.get().text());
    String text =
        query.entries().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return Map.of("Link", "<" + context.request().path() + "?" + text + ">; rel=\"next\"");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

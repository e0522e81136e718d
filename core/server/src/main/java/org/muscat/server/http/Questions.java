package org.muscat.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Moments;
import org.muscat.server.index.NoScoreException;
import org.muscat.server.index.ReadingFailedException;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Theatres;
import org.muscat.server.index.TooFarException;
import org.muscat.server.publish.NotReproducedException;

/** What requests ask about. Safe for any thread. */
final class Questions {

  /** A replay is asked for all of its years from its first day on. */
  private static final Duration FARTHEST = Duration.ofDays(3_653);

  private final Theatres theatres;
  private final IndexBoard board;

  @Inject
  Questions(Theatres theatres, IndexBoard board) {
    this.theatres = theatres;
    this.board = board;
  }

  /**
   * What a request is about, from one snapshot: a new configuration shows as a whole or not at all.
   *
   * @param published the newest assessment; null before the first
   */
  record Asked(Theatre theatre, @Nullable Assessment published) {

    Assessment orNotReady() {
      if (published == null) {
        throw Problem.notReady("nothing was published yet");
      }
      return published;
    }
  }

  /** The theatre that a request names in its path. */
  Asked about(RoutingContext context) {
    @Nullable Snapshot snapshot = board.current().orElse(null);
    Theatre theatre = theatre(snapshot, "path", context.pathParam("theatre"));
    return new Asked(
        theatre, snapshot == null ? null : snapshot.theatre(theatre.id()).orElse(null));
  }

  /** The newest snapshot; empty before the first tick. */
  Optional<Snapshot> current() {
    return board.current();
  }

  /** All theatres: those of the snapshot; before the first one, those of the start. */
  Theatres theatres() {
    return theatres(board.current().orElse(null));
  }

  /** Fails if there is no such theatre. */
  void requireTheatre(String in, String id) {
    theatre(board.current().orElse(null), in, id);
  }

  private Theatres theatres(@Nullable Snapshot snapshot) {
    return snapshot == null ? theatres : snapshot.theatres();
  }

  private Theatre theatre(@Nullable Snapshot snapshot, String in, String id) {
    Theatres known = theatres(snapshot);
    return known
        .find(id)
        .orElseThrow(
            () -> {
              List<String> ids = known.all().stream().map(Theatre::id).toList();
              return Problem.notFound(
                  new FieldError(in, "theatre", id, "is no theatre"),
                  "there is no theatre '" + id + "'; there are " + ids);
            });
  }

  /** A moment of the query, if it is there. The contract has seen to it that it is one. */
  static Optional<Instant> moment(RoutingContext context, String name) {
    return Optional.ofNullable(context.queryParams().get(name)).map(Moments::parse);
  }

  /** A moment of the query that the contract demands. */
  static Instant required(RoutingContext context, String name) {
    return moment(context, name).orElseThrow();
  }

  /** A number of the query. */
  static int number(RoutingContext context, String name, int otherwise) {
    return Optional.ofNullable(context.queryParams().get(name))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  /** Fails if both moments of a query are there and the one is after the other. */
  static void requireOrder(RoutingContext context) {
    moment(context, "from")
        .ifPresent(from -> moment(context, "to").ifPresent(to -> requireOrder(from, to)));
  }

  /** Fails if one moment is after another. */
  static void requireOrder(Instant from, Instant to) {
    if (from.isAfter(to)) {
      throw Problem.badRequest(
          FieldError.query("from", from.toString(), "is after to, " + to + "; swap them"));
    }
  }

  /**
   * Fails if a moment lies so far ahead that folding the days to it would keep others waiting.
   *
   * @param now the present
   */
  static Instant near(String field, Instant moment, Instant now) {
    return farFault(moment, now)
        .<Instant>map(
            fault -> {
              throw Problem.badRequest(FieldError.query(field, moment.toString(), fault));
            })
        .orElse(moment);
  }

  /** What is wrong with a moment that lies too far ahead; empty if it does not. */
  static Optional<String> farFault(Instant moment, Instant now) {
    return moment.isAfter(now.plus(FARTHEST))
        ? Optional.of("lies more than " + FARTHEST.toDays() + " days ahead of " + now)
        : Optional.empty();
  }

  /** What the assessor cannot answer is told to the caller. */
  static <T> T answered(Supplier<T> question) {
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
}

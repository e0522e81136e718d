package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;

/**
 * Answers with what depends on the newest snapshot and on nothing else: made by a worker for the
 * first who asks, and kept until there is another snapshot. Who asks for another moment is answered
 * anew each time. For event loops.
 */
final class NewestAnswers implements Handler<RoutingContext> {

  private record Kept(Snapshot snapshot, Map<String, Prepared> byTheatre) {}

  private final IndexBoard board;
  private final Work documents;
  private final Work queries;
  private final Function<RoutingContext, Answer> answerer;
  private volatile @Nullable Kept kept;

  /**
   * What answers one endpoint.
   *
   * @param documents answers of the newest snapshot
   * @param queries answers of other moments
   * @param answerer fails if there is no such theatre, so that no more is kept than there are
   */
  NewestAnswers(
      IndexBoard board, Work documents, Work queries, Function<RoutingContext, Answer> answerer) {
    this.board = board;
    this.documents = documents;
    this.queries = queries;
    this.answerer = answerer;
  }

  @Override
  public void handle(RoutingContext context) {
    @Nullable Snapshot snapshot = board.current().orElse(null);
    boolean past = context.queryParams().contains("asOf");
    if (snapshot == null || past) {
      Answers.answer(
          context, past ? queries : documents, () -> new Prepared(answerer.apply(context)));
      return;
    }
    Kept now = of(snapshot);
    String theatre = String.valueOf(context.pathParam("theatre"));
    @Nullable Prepared ready = now.byTheatre().get(theatre);
    Coding coding = Coding.of(context);
    if (ready != null && ready.has(coding)) {
      ready.send(context, coding);
    } else {
      // The answerer may see a newer snapshot by now: what is kept is never older than its key.
      Answers.answer(
          context,
          documents,
          () ->
              now.byTheatre()
                  .computeIfAbsent(theatre, unused -> new Prepared(answerer.apply(context))));
    }
  }

  @SuppressWarnings("ReferenceEquality") // an equal one may be published again, and costs little
  private Kept of(Snapshot snapshot) {
    @Nullable Kept before = kept;
    if (before != null && before.snapshot() == snapshot) {
      return before;
    }
    Kept fresh = new Kept(snapshot, new ConcurrentHashMap<>());
    kept = fresh;
    return fresh;
  }
}

package org.muscat.server.publish;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.Documents;
import org.muscat.server.document.HistoryPoint;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Theatre;
import org.muscat.store.Store;

/**
 * What was said of a theatre, page by page: what ticks published, and days of the past that were
 * computed and stored, where nothing was published. What the demo published is not recorded; of it
 * only what this process remembers is told. Blocks on the store; safe for any thread.
 */
public final class PublishedHistory {

  private final Store store;
  private final IndexBoard board;

  @Inject
  public PublishedHistory(Store store, IndexBoard board) {
    this.store = store;
    this.board = board;
  }

  /**
   * What is asked for.
   *
   * @param from the earliest as-of
   * @param to the latest as-of
   * @param step of which the last point alone is told; null for all points
   * @param limit how many points at most, at least 1
   */
  public record Question(Instant from, Instant to, @Nullable Duration step, int limit) {}

  /**
   * Some points.
   *
   * @param points oldest first
   * @param next where the next page begins; empty if this is the last
   */
  public record Page(List<HistoryPoint> points, Optional<Instant> next) {

    public Page {
      points = List.copyOf(points);
    }
  }

  /** The first page of the answer. */
  public Page page(Theatre theatre, Question question) {
    Map<Long, HistoryPoint> points = new TreeMap<>();
    int oneMore = question.limit() + 1;
    if (!Documents.isDemo(theatre)) {
      computed(theatre.id(), question, oneMore)
          .forEach(point -> points.put(place(point, question.step()), point));
    }
    // What was published counts more than what was computed later.
    published(theatre, question, oneMore)
        .forEach(point -> points.put(place(point, question.step()), point));
    List<HistoryPoint> all = new ArrayList<>(points.values());
    if (all.size() <= question.limit()) {
      return new Page(all, Optional.empty());
    }
    long next = place(all.get(question.limit()), question.step());
    Instant begin =
        question.step() == null
            ? Instant.ofEpochMilli(next)
            : Instant.ofEpochMilli(next * question.step().toMillis());
    return new Page(all.subList(0, question.limit()), Optional.of(begin));
  }

  /**
   * What was published from a moment on, oldest first.
   *
   * @param limit how many points at most, at least 1
   */
  public List<HistoryPoint> publishedSince(Theatre theatre, Instant from, int limit) {
    return published(theatre, new Question(from, Instant.MAX, null, limit), limit).stream()
        .limit(limit)
        .toList();
  }

  private List<HistoryPoint> published(Theatre theatre, Question question, int limit) {
    if (Documents.isDemo(theatre)) {
      return board.history(theatre.id(), question.from(), question.to()).stream()
          .map(HistoryPoint::of)
          .toList();
    }
    Duration step = question.step();
    return (step == null
            ? store.publications().between(theatre.id(), question.from(), question.to(), limit)
            : store
                .publications()
                .between(theatre.id(), question.from(), question.to(), step, limit))
        .stream().map(HistoryPoint::of).toList();
  }

  private List<HistoryPoint> computed(String theatre, Question question, int limit) {
    List<HistoryPoint> points = new ArrayList<>();
    store
        .indexStates()
        .lastOfEachMoment(
            theatre,
            question.from(),
            question.to(),
            limit,
            state -> HistoryPoint.of(state).ifPresent(points::add));
    return points;
  }

  /** Of all that have one place, one is told. */
  private static long place(HistoryPoint point, @Nullable Duration step) {
    long millis = point.moment().toEpochMilli();
    return step == null ? millis : Math.floorDiv(millis, step.toMillis());
  }
}

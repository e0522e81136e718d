package org.muscat.server.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.host.FetchOutcome;
import org.muscat.host.HostedFeed;
import org.muscat.spi.Batch;
import org.muscat.spi.FetchRequest;
import org.muscat.spi.Observation;
import org.muscat.store.Appended;
import org.muscat.store.Delivery;
import org.muscat.store.FeedCursor;
import org.muscat.store.Store;
import org.muscat.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Fetches one feed to its end and stores what it brings: observations and cursor in one
 * transaction, batch by batch. For one thread at a time; blocks.
 */
public final class FeedRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);

  /** Each costs one more try of its batch; more than that is another history, not some bad rows. */
  private static final int MOST_CONTRADICTIONS = 200;

  private final HostedFeed feed;
  private final String source;
  private final Store store;
  private final FeedBoard board;
  private final Clock clock;
  private final Duration deadline;
  private FeedStatus status;

  /**
   * A runner of a feed.
   *
   * @param kind the feed of a plugin that it is an instance of
   * @param source what its observations are attributed to
   * @param deadline for each fetch
   */
  public FeedRunner(
      HostedFeed feed,
      String kind,
      String source,
      Store store,
      FeedBoard board,
      Clock clock,
      Duration deadline) {
    this.feed = feed;
    this.source = source;
    this.store = store;
    this.board = board;
    this.clock = clock;
    this.deadline = deadline;
    this.status = FeedStatus.unfetched(feed.instance(), kind);
    board.put(status);
  }

  /**
   * Fetches until the feed has nothing more.
   *
   * @return what happened; {@link Fetched#failure()} when it ended early. What came before a
   *     failure is stored
   */
  public Fetched run() {
    int stored = 0;
    int unchanged = 0;
    List<Batch.Rejection> rejections = new ArrayList<>();
    try {
      boolean more = true;
      while (more) {
        Instant now = clock.instant();
        Optional<String> cursor = store.cursor(feed.instance());
        FetchOutcome outcome = feed.fetch(request(cursor, now));
        if (outcome instanceof FetchOutcome.Failed failed) {
          return failed(stored, unchanged, rejections, Failures.text(failed));
        }
        Batch batch = ((FetchOutcome.Fetched) outcome).batch();
        Appended appended = append(batch, now, rejections);
        stored += appended.stored();
        unchanged += appended.unchanged();
        rejections.addAll(batch.rejections());
        more = batch.hasMore();
        if (more && cursor.equals(Optional.of(batch.nextCursor()))) {
          return failed(stored, unchanged, rejections, standstill(batch.nextCursor()));
        }
      }
    } catch (StoreException e) {
      return failed(stored, unchanged, rejections, String.valueOf(e.getMessage()));
    }
    status = status.succeeded(clock.instant(), stored, rejections);
    board.put(status);
    logRejections(rejections);
    return new Fetched(stored, unchanged, rejections, null);
  }

  @Override
  public void close() {
    feed.close();
  }

  /**
   * Stores a batch without the observations that contradict what is stored: they are rejected, and
   * cost none of the others.
   */
  private Appended append(Batch batch, Instant now, List<Batch.Rejection> rejections) {
    List<Observation> observations = new ArrayList<>(batch.observations());
    int before = rejections.size();
    while (true) {
      try {
        return store.append(delivery(observations, batch.nextCursor(), now));
      } catch (StoreException e) {
        boolean tooMany = rejections.size() - before >= MOST_CONTRADICTIONS;
        if (tooMany || !e.isContradiction() || !observations.removeIf(one -> e.isAbout(one, now))) {
          throw e;
        }
        rejections.add(
            new Batch.Rejection("feed " + feed.instance(), 0, String.valueOf(e.getMessage())));
      }
    }
  }

  private FetchRequest request(Optional<String> cursor, Instant now) {
    Instant until = now.plus(deadline);
    return cursor
        .map(position -> FetchRequest.after(position, until))
        .orElseGet(() -> FetchRequest.first(until));
  }

  /** Without this a feed that gets nowhere would be fetched for ever. */
  public static String standstill(String cursor) {
    return "the feed says that there is more but stays at '"
        + cursor
        + "'; tell the author of the plugin";
  }

  private void logRejections(List<Batch.Rejection> rejections) {
    for (Batch.Rejection rejection :
        rejections.subList(0, Math.min(rejections.size(), FeedStatus.REMEMBERED_REJECTIONS))) {
      LOG.atWarn()
          .addKeyValue("feed", feed.instance())
          .addKeyValue("row", rejection)
          .log("row rejected");
    }
    if (rejections.size() > FeedStatus.REMEMBERED_REJECTIONS) {
      LOG.atWarn()
          .addKeyValue("feed", feed.instance())
          .addKeyValue("rows", rejections.size())
          .log("more rows rejected");
    }
  }

  private Delivery delivery(List<Observation> observations, String nextCursor, Instant now) {
    FeedCursor cursor = new FeedCursor(feed.instance(), nextCursor);
    return new Delivery(source, 1, now, observations, cursor);
  }

  private Fetched failed(
      int stored, int unchanged, List<Batch.Rejection> rejections, String reason) {
    boolean again = status.failure().equals(Optional.of(reason));
    status = status.failed(clock.instant(), reason, stored, rejections);
    board.put(status);
    logRejections(rejections);
    // What fails every minute in the same way is told once; the board and the metrics keep saying
    // it.
    LOG.atLevel(again ? Level.DEBUG : Level.WARN)
        .addKeyValue("feed", feed.instance())
        .addKeyValue("reason", reason)
        .log("fetch failed");
    return new Fetched(stored, unchanged, rejections, reason);
  }
}

package org.muscat.server.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.muscat.host.FetchOutcome;
import org.muscat.host.HostedFeed;
import org.muscat.host.http.HttpUsage;
import org.muscat.server.feed.Fetched.Failure;
import org.muscat.spi.Batch;
import org.muscat.spi.FetchRequest;
import org.muscat.store.FetchHealth;
import org.muscat.store.FetchRecord;
import org.muscat.store.Store;
import org.muscat.store.StoreException;
import org.muscat.store.VintageBreak;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Fetches one feed, stores what it brings, writes down how it went and tells the board. For one
 * thread at a time; blocks.
 */
public final class FeedRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);

  private static final Duration STORED_WITHIN = Duration.ofSeconds(30);

  private final HostedFeed feed;
  private final String source;
  private final Store store;
  private FeedBoard board;
  private final Clock clock;
  private final Duration deadline;
  private final Pace pace;
  private final HistoryBounds bounds;
  private volatile FeedStatus status;
  private volatile boolean isWaitedFor;
  private volatile boolean hasMore;
  private Optional<Held> held = Optional.empty();

  /**
   * A runner of a feed.
   *
   * @param kind the feed of a plugin that it is an instance of
   * @param source what its observations are attributed to
   * @param every the interval in which it is asked
   * @param deadline for each call of the feed
   * @param random for the jitter of its pace
   */
  public FeedRunner(
      HostedFeed feed,
      String kind,
      String source,
      Duration every,
      Store store,
      FeedBoard board,
      Clock clock,
      Duration deadline,
      RandomGenerator random) {
    this(feed, kind, source, every, store, board, clock, deadline, random, HistoryBounds.DEFAULT);
  }

  /** The same with other bounds of a history that is read again. */
  FeedRunner(
      HostedFeed feed,
      String kind,
      String source,
      Duration every,
      Store store,
      FeedBoard board,
      Clock clock,
      Duration deadline,
      RandomGenerator random,
      HistoryBounds bounds) {
    this.feed = feed;
    this.bounds = bounds;
    this.source = source;
    this.store = store;
    this.board = board;
    this.clock = clock;
    this.deadline = deadline;
    this.pace = new Pace(every, random);
    this.status =
        FeedStatus.unfetched(feed.instance(), kind, every, store.fetches().health(feed.instance()));
    show(this::withBreaks);
  }

  /**
   * Fetches until the feed has nothing more, but no longer than half a minute and the batch that is
   * under way then. Where there is more, the next run goes on from there.
   *
   * @return what happened; {@link Fetched#failure()} when it ended early. What came before a
   *     failure is stored
   */
  public Fetched run() {
    Instant startedAt = clock.instant();
    long fetch;
    try {
      fetch = store.fetches().begin(feed.instance(), status.kind(), startedAt);
    } catch (StoreException e) {
      Fetched nothing = new Fetched(0, 0, List.of(), false, Failures.store(e));
      log(nothing);
      FetchHealth health = unwritten(startedAt, end(nothing, feed.httpUsage()));
      show(now -> now.after(nothing, health, Map.of()));
      return nothing;
    }
    return run(fetch, startedAt);
  }

  /**
   * Asks the feed once, from where it stands, and stores nothing: whether it works.
   *
   * @return what it gave instead; empty if it does
   * @throws StoreException if the store cannot be read
   */
  public Optional<FetchOutcome.Failed> probe() {
    Instant until = clock.instant().plus(deadline);
    FetchRequest request =
        store
            .cursor(feed.instance())
            .map(cursor -> FetchRequest.after(cursor, until))
            .orElseGet(() -> FetchRequest.first(until));
    return feed.fetch(request) instanceof FetchOutcome.Failed failed
        ? Optional.of(failed)
        : Optional.empty();
  }

  /** When to ask again after the fetch that ended last. */
  Instant next() {
    return hasMore ? clock.instant() : pace.next(status.health(), clock.instant());
  }

  /** Lets a run end after the batch that is under way, until {@link #goOn}. */
  void stopAfterBatch() {
    isWaitedFor = true;
  }

  /** Lets runs be as long as they are. */
  void goOn() {
    isWaitedFor = false;
  }

  /** How long a batch takes at most: a call of the feed, and storing what it gave. */
  Duration longestBatch() {
    return deadline.plus(STORED_WITHIN);
  }

  /** The instance in the configuration. */
  public String id() {
    return feed.instance();
  }

  /** Tells when the feed is asked next. */
  void nextAt(Instant next) {
    show(now -> now.nextAt(next));
  }

  /**
   * Looks into the log: another process may have fetched the feed.
   *
   * @throws StoreException if the store cannot be read
   */
  void refresh() {
    FetchHealth health = store.fetches().health(feed.instance());
    List<VintageBreak> breaks = store.vintageBreaks().of(feed.instance());
    List<VintageBreak> open = store.vintageBreaks().openOf(feed.instance());
    show(now -> isNewer(health, now.health()) ? now.with(health).breaks(breaks, open) : now);
  }

  private static boolean isNewer(FetchHealth health, FetchHealth known) {
    Instant before = known.lastCompletion().orElse(Instant.MIN);
    return health.lastCompletion().filter(at -> at.isAfter(before)).isPresent();
  }

  /** Tells another board from now on, of what comes. */
  synchronized void tell(FeedBoard other) {
    board = other;
  }

  /** How the feed fares. */
  FeedStatus status() {
    return status;
  }

  @Override
  public void close() {
    feed.close();
  }

  private Fetched run(long fetch, Instant startedAt) {
    HttpUsage before = feed.httpUsage();
    Batches batches = new Batches(feed, clock, startedAt, deadline, () -> isWaitedFor);
    Fetching fetching = new Fetching(feed, source, store, clock, batches, bounds, fetch, held);
    Optional<Failure> failure = Optional.empty();
    try {
      fetching.run();
    } catch (FetchStopped e) {
      if (e.isClosing()) {
        // Says nothing about the feed; the fetch stays without an end, as if the process had died.
        hasMore = isWaitedFor;
        return fetching.fetched(e.failure());
      }
      failure = Optional.of(e.failure());
    } catch (StoreException e) {
      failure = Optional.of(Failures.store(e));
    } catch (RuntimeException | Error e) {
      // A feed that fails like this is seen to fail, and is asked less often, as any other.
      LOG.atError()
          .addKeyValue("event", "feed-run-failed")
          .addKeyValue("feed", feed.instance())
          .setCause(e)
          .log("feed run failed");
      failure = Optional.of(Failures.unforeseen(e));
    }
    Fetched fetched = fetching.fetched(failure.orElse(null));
    hasMore = fetched.hasMore();
    held = fetching.heldForMore();
    log(fetched);
    try {
      store.fetches().end(fetch, end(fetched, before));
      FetchHealth health = store.fetches().health(feed.instance());
      show(now -> withBreaks(now.after(fetched, health, fetching.newest())));
    } catch (StoreException e) {
      Fetched unwritten = fetching.fetched(Failures.store(e));
      log(unwritten);
      FetchHealth health = unwritten(startedAt, end(unwritten, before));
      show(now -> now.after(unwritten, health, fetching.newest()));
    }
    return fetched;
  }

  /** What the log would say if it could be written. */
  private FetchHealth unwritten(Instant startedAt, FetchRecord.End end) {
    return status
        .health()
        .failed(new FetchRecord(0, feed.instance(), status.kind(), startedAt, end));
  }

  private FetchRecord.End end(Fetched fetched, HttpUsage before) {
    Optional<Failure> failure = fetched.failure();
    HttpUsage used = feed.httpUsage().since(before);
    return new FetchRecord.End(
        clock.instant(),
        failure.map(Failure::reason).orElse(""),
        failure.map(Failure::detail).orElse(""),
        fetched.stored(),
        fetched.unchanged(),
        fetched.rejections().size(),
        used.requests(),
        used.bytes(),
        failure.map(Failure::notBefore).orElse(null));
  }

  private FeedStatus withBreaks(FeedStatus of) {
    return of.breaks(
        store.vintageBreaks().of(feed.instance()), store.vintageBreaks().openOf(feed.instance()));
  }

  private synchronized void show(UnaryOperator<FeedStatus> change) {
    status = change.apply(status);
    board.put(status);
  }

  private void log(Fetched fetched) {
    logRejections(fetched.rejections());
    if (fetched.hasMore()) {
      LOG.atInfo()
          .addKeyValue("event", "fetch-goes-on")
          .addKeyValue("feed", feed.instance())
          .addKeyValue("stored", fetched.stored())
          .log("the feed has more; another fetch goes on");
    }
    fetched
        .failure()
        .ifPresent(
            failure -> {
              boolean again =
                  status.failure().filter(end -> end.detail().equals(failure.detail())).isPresent();
              // What fails every minute in the same way is told once; the board and the metrics
              // keep saying it.
              LOG.atLevel(again ? Level.DEBUG : Level.WARN)
                  .addKeyValue("event", "fetch-failed")
                  .addKeyValue("feed", feed.instance())
                  .addKeyValue("reason", failure)
                  .log("fetch failed");
            });
  }

  private void logRejections(List<Batch.Rejection> rejections) {
    for (Batch.Rejection rejection :
        rejections.subList(0, Math.min(rejections.size(), FeedStatus.REMEMBERED_REJECTIONS))) {
      LOG.atWarn()
          .addKeyValue("event", "row-rejected")
          .addKeyValue("feed", feed.instance())
          .addKeyValue("row", rejection)
          .log("row rejected");
    }
    if (rejections.size() > FeedStatus.REMEMBERED_REJECTIONS) {
      LOG.atWarn()
          .addKeyValue("event", "rows-rejected")
          .addKeyValue("feed", feed.instance())
          .addKeyValue("rows", rejections.size())
          .log("more rows rejected");
    }
  }
}

package org.muscat.server.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.muscat.host.HostedFeed;
import org.muscat.spi.Batch;
import org.muscat.spi.Observation;
import org.muscat.store.Appended;
import org.muscat.store.Delivery;
import org.muscat.store.FeedCursor;
import org.muscat.store.Origin;
import org.muscat.store.Store;
import org.muscat.store.StoreException;
import org.muscat.store.VintageBreak;
import org.muscat.store.VintageBreaks;

/**
 * One run of a feed: asks until there is nothing more or the run has lasted long enough, and stores
 * what comes, batch by batch. Where the source tells its past anew, its whole history is read and
 * stored at once, as a new vintage.
 */
final class Fetching {

  /** Each costs one more try of its batch; more than that is another history, not some bad rows. */
  private static final int MOST_CONTRADICTIONS = 200;

  private final HostedFeed feed;
  private final String source;
  private final Store store;
  private final Clock clock;
  private final Batches batches;
  private final HistoryBounds bounds;
  private final long fetch;
  private Optional<Held> held;
  private final List<Batch.Rejection> rejections = new ArrayList<>();
  private final Map<String, Instant> newest = new HashMap<>();
  private long stored;
  private long unchanged;
  private long told;
  private boolean hasMore;

  /**
   * A run.
   *
   * @param source what the observations are attributed to that name none
   * @param bounds of a history that is read again
   * @param fetch its number in the log
   * @param held what the run before found, if this one goes on where that one stopped
   */
  Fetching(
      HostedFeed feed,
      String source,
      Store store,
      Clock clock,
      Batches batches,
      HistoryBounds bounds,
      long fetch,
      Optional<Held> held) {
    this.feed = feed;
    this.source = source;
    this.store = store;
    this.clock = clock;
    this.batches = batches;
    this.bounds = bounds;
    this.fetch = fetch;
    this.held = held;
  }

  /** Runs to the end, or until the run has lasted long enough. */
  void run() throws FetchStopped {
    boolean tellsAll = feed.tellsWholeHistory();
    if (tellsAll && hasToReadAgain()) {
      readAgain();
      return;
    }
    Held known = held.orElseGet(this::held);
    held = Optional.of(known);
    do {
      Optional<String> cursor = store.cursor(feed.instance());
      Batch batch = batches.after(cursor);
      List<VintageBreak> seen = take(batch, known, clock.instant());
      if (!seen.isEmpty()) {
        if (!tellsAll) {
          throw Failures.broken(seen);
        }
        readAgain();
        return;
      }
      hasMore = Batches.goesOn(batch, cursor);
    } while (hasMore && !batches.areEnough());
    if (told == 0 && !rejections.isEmpty()) {
      throw Failures.empty("none of " + rejections.size() + " rows could be read");
    }
  }

  /** What it brought, and why it ended early. */
  Fetched fetched(Fetched.@Nullable Failure failure) {
    return new Fetched(stored, unchanged, rejections, hasMore && failure == null, failure);
  }

  /** For a run that goes on where this one stopped; empty if there is nothing more. */
  Optional<Held> heldForMore() {
    return hasMore ? held : Optional.empty();
  }

  /** The latest observed-at of each series among what was stored. */
  Map<String, Instant> newest() {
    return newest;
  }

  private Held held() {
    VintageBreaks breaks = store.vintageBreaks();
    return store.cursor(feed.instance()).isEmpty() ? Held.now(breaks) : Held.nothing(breaks);
  }

  /**
   * Stores a batch, unless it tells the past anew.
   *
   * @return the breaks; if there are any, nothing of the batch was stored
   */
  private List<VintageBreak> take(Batch batch, Held held, Instant now) {
    Map<Origin, Integer> current = store.vintageBreaks().current();
    List<Delivery> deliveries =
        deliveries(
            held.corrected(batch.observations(), this::origin, now),
            Optional.of(batch.nextCursor()),
            origin -> current.getOrDefault(origin, 1),
            now);
    List<VintageBreak> seen = seenIn(deliveries);
    if (!seen.isEmpty()) {
      store.vintageBreaks().add(seen);
      return seen;
    }
    rejections.addAll(batch.rejections());
    deliveries.forEach(this::append);
    return List.of();
  }

  private List<VintageBreak> seenIn(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(one -> store.vintageBreaks().seenIn(one, feed.instance()).stream())
        .toList();
  }

  /** Whether no fetch succeeded since a break: a history that was read whole needs no other. */
  private boolean hasToReadAgain() {
    Optional<Instant> success = store.fetches().health(feed.instance()).lastSuccess();
    return store.vintageBreaks().openOf(feed.instance()).stream()
        .anyMatch(open -> success.filter(at -> at.isAfter(open.detectedAt())).isEmpty());
  }

  /** Reads the whole history and stores it at once: half a vintage would be no vintage. */
  private void readAgain() throws FetchStopped {
    List<Observation> all = new ArrayList<>();
    String end;
    try {
      end = readAll(all);
    } catch (FetchStopped e) {
      if (!e.isClosing()) {
        keepWhole(all);
      }
      throw e;
    }
    Rereading rereading = new Rereading(store.vintageBreaks(), source, all);
    rereading.requireWhole();
    storeAnew(all, rereading, Optional.of(end));
  }

  /**
   * Keeps the series that were told whole before a failure, which may be that of another one that
   * is gone for good. The cursor stays where it is.
   */
  private void keepWhole(List<Observation> all) {
    VintageBreaks breaks = store.vintageBreaks();
    Set<Origin> whole = new Rereading(breaks, source, all).wholeUnlessBroken();
    List<Observation> kept = all.stream().filter(one -> whole.contains(origin(one))).toList();
    if (!kept.isEmpty()) {
      storeAnew(kept, new Rereading(breaks, source, kept), Optional.empty());
    }
  }

  /** Reads the whole history, and tells the cursor behind it. */
  private String readAll(List<Observation> all) throws FetchStopped {
    Optional<String> cursor = Optional.empty();
    boolean more = true;
    while (more) {
      if (batches.isWaitedFor()) {
        throw Failures.interrupted();
      }
      Batch batch = batches.after(cursor);
      all.addAll(batch.observations());
      rejections.addAll(batch.rejections());
      if (all.size() > bounds.observations()
          || batches.isBeyond(bounds.batches(), bounds.longest())) {
        throw Failures.endless(all.size());
      }
      more = Batches.goesOn(batch, cursor);
      cursor = Optional.of(batch.nextCursor());
    }
    return cursor.orElseThrow();
  }

  private void storeAnew(List<Observation> read, Rereading rereading, Optional<String> end) {
    Instant now = clock.instant();
    Map<Origin, Integer> known = store.vintageBreaks().current();
    List<Observation> all =
        read.stream()
            .map(one -> known.containsKey(origin(one)) ? Held.knownNow(one, now) : one)
            .toList();
    List<Delivery> deliveries = deliveries(all, end, rereading.vintages(), now);
    List<VintageBreak> others = seenIn(deliveries);
    if (!others.isEmpty()) {
      store.vintageBreaks().add(others);
      deliveries = deliveries(all, end, rereading.vintages(), now);
    }
    deliveries.forEach(this::append);
  }

  private Origin origin(Observation one) {
    return new Origin(one.series(), one.source().orElse(source));
  }

  /** One delivery for each vintage; almost always that is one. */
  private List<Delivery> deliveries(
      List<Observation> observations,
      Optional<String> nextCursor,
      ToIntFunction<Origin> vintages,
      Instant now) {
    Map<Integer, List<Observation>> byVintage = new TreeMap<>();
    for (Observation one : observations) {
      int vintage = vintages.applyAsInt(origin(one));
      byVintage.computeIfAbsent(vintage, first -> new ArrayList<>()).add(one);
    }
    if (byVintage.isEmpty()) {
      byVintage.put(1, List.of());
    }
    FeedCursor cursor =
        nextCursor.map(position -> new FeedCursor(feed.instance(), position)).orElse(null);
    List<Delivery> deliveries = new ArrayList<>();
    int left = byVintage.size();
    for (Map.Entry<Integer, List<Observation>> told : byVintage.entrySet()) {
      // The cursor moves with the last: a fetch that is lost in between is asked again.
      left--;
      deliveries.add(
          new Delivery(
              source, told.getKey(), now, told.getValue(), left == 0 ? cursor : null, fetch));
    }
    return deliveries;
  }

  /**
   * Stores a delivery without the observations that contradict what is stored: they are rejected,
   * and cost none of the others.
   */
  private void append(Delivery delivery) {
    List<Observation> observations = new ArrayList<>(delivery.observations());
    int before = rejections.size();
    while (true) {
      try {
        count(store.append(delivery.with(observations)), observations);
        return;
      } catch (StoreException e) {
        boolean tooMany = rejections.size() - before >= MOST_CONTRADICTIONS;
        if (tooMany
            || !e.isContradiction()
            || !observations.removeIf(one -> e.isAbout(one, delivery.recordedAt()))) {
          throw e;
        }
        rejections.add(
            new Batch.Rejection("feed " + feed.instance(), 0, String.valueOf(e.getMessage())));
      }
    }
  }

  private void count(Appended appended, List<Observation> observations) {
    stored += appended.stored();
    unchanged += appended.unchanged();
    told += observations.size();
    for (Observation one : observations) {
      newest.merge(one.series(), one.observedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }
}

package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.theatre.Grid;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.host.BoundIndicator;
import org.muscat.host.CallFailed;
import org.muscat.spi.Inputs;
import org.muscat.spi.Reading;
import org.muscat.store.History;
import org.muscat.store.Store;
import org.muscat.store.StoredState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fold of one theatre over the grid (method, section 2.8). It keeps what the fold remembered at
 * every 32nd point and at the newest ones, until something is stored that could be known then; so
 * an ordinary append costs one step. Safe for any thread; who asks waits for who asked before.
 */
final class Timeline {

  /** A century: more would not be waited for. */
  static final int MOST_POINTS = 36_525;

  /** From one point that is kept to the next. */
  static final int EVERY = 32;

  /** How far before a moment a fold begins that has all points that are kept. */
  static final Duration REACH = Grid.STEP.multipliedBy(EVERY + 1);

  private static final int NEWEST = 16;

  /** So many steps take less time than to look for a nearer point in the store. */
  private static final int FEW = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

  private final Theatre theatre;
  private final Store store;
  private final Checkpointed checkpoints;
  private final @Nullable Timeline elder;
  private final TheatreFold fold;
  private final List<BoundIndicator> indicators;
  private final List<BoundIndicator> words;
  private final List<Inputs.Input> inputs;
  private final List<Inputs.Input> allInputs;
  private final List<String> series;
  private final NavigableMap<Instant, TheatreMemory> kept = new TreeMap<>();
  private final Deque<Instant> newest = new ArrayDeque<>();
  private long stamp;

  /** Where a fold may go on instead of at its beginning. */
  interface Checkpointed {

    /** No fold is kept: each begins at its beginning. */
    Checkpointed NOWHERE = (theatre, atOrBefore, series) -> Optional.empty();

    /** The newest stored state with a checkpoint that is still good. */
    Optional<StoredState> latest(Theatre theatre, Instant atOrBefore, List<String> series);
  }

  /**
   * A timeline of nothing yet.
   *
   * @param elder whose points may be used where it has seen the same; null if there is none
   */
  Timeline(Theatre theatre, Store store, Checkpointed checkpoints, @Nullable Timeline elder) {
    this.theatre = theatre;
    this.store = store;
    this.checkpoints = checkpoints;
    this.elder = elder;
    this.fold = new TheatreFold(theatre.definition());
    this.indicators = theatre.members().stream().map(BoundMember::indicator).distinct().toList();
    this.words = theatre.statusWords().stream().map(BoundMember::indicator).distinct().toList();
    this.inputs = indicators.stream().flatMap(one -> one.inputs().all().stream()).toList();
    this.allInputs =
        Stream.concat(indicators.stream(), words.stream())
            .flatMap(one -> one.inputs().all().stream())
            .toList();
    this.series = inputs.stream().map(Inputs.Input::series).distinct().toList();
  }

  /** The fold. */
  TheatreFold fold() {
    return fold;
  }

  /** All inputs of the theatre's indicators. */
  List<Inputs.Input> inputs() {
    return inputs;
  }

  /** The state of the theatre at a moment. */
  TheatreState at(Instant asOf, Reader reader) {
    return fold.at(before(asOf, reader), asOf, readings(now(asOf, reader)));
  }

  /** The readings of a moment. */
  Taken now(Instant asOf, Reader reader) {
    return reader.read(indicators, theatre.sources(), history(reader), asOf);
  }

  /** The readings of the status indicators. */
  Taken words(Instant asOf, Reader reader) {
    return reader.read(words, theatre.sources(), history(reader), asOf);
  }

  /** The readings by the ids of the inputs. */
  Map<String, Reading> readings(Taken taken) {
    Map<String, Reading> byId = new HashMap<>();
    theatre.members().forEach(member -> byId.put(member.id(), taken.of(member)));
    return byId;
  }

  /**
   * The past of a moment.
   *
   * @param memory of the fold at the last point of the grid before it
   * @param stamp the newest delivery that is surely in it
   * @param failed the first readings that failed for a reason of the moment; empty if none did
   */
  record Past(TheatreMemory memory, long stamp, Optional<Taken> failed) {}

  /** What the fold remembers at the last point of the grid before a moment. */
  TheatreMemory before(Instant asOf, Reader reader) {
    return past(asOf, reader).memory();
  }

  /** The past of a moment. */
  synchronized Past past(Instant asOf, Reader reader) {
    History history = history(reader);
    if (history.stamp() < stamp) {
      // Another question has seen more: what is kept is not of this history.
      reader.beginAgain();
      history = history(reader);
    }
    discardWhatIsLate(history.stamp());
    Instant last = Grid.before(asOf);
    Optional<Instant> origin = origin(asOf, history);
    if (origin.isEmpty() || last.isBefore(origin.get())) {
      return new Past(TheatreMemory.NONE, stamp, Optional.empty());
    }
    requireNear(last, origin.get());
    TheatreMemory memory = nearest(last);
    Instant next = memory.at() == null ? origin.get() : memory.at().plus(Grid.STEP);
    return walk(memory, points(next, last), history, reader);
  }

  /** Fails if a fold up to a moment would take more than a century. */
  void requireNear(Instant asOf, Instant origin) {
    if (Duration.between(origin, asOf).toDays() > MOST_POINTS) {
      throw new TooFarException(asOf, origin, MOST_POINTS);
    }
  }

  /** The first point of the grid that is folded; empty while nothing is known. */
  Optional<Instant> origin(Instant asOf, History history) {
    Instant from = theatre.definition().history().from();
    return (from == null ? history.earliestKnown(series, asOf) : Optional.of(from))
        .map(theatre.definition().history()::origin);
  }

  /** Why something of the theatre could not be read just now, for this question. */
  Optional<CallFailed> failure(Reader reader) {
    return reader.failure(indicators).or(() -> reader.failure(words));
  }

  /** What the store knows of everything that is read for the theatre. */
  History history(Reader reader) {
    return reader.history(theatre.sources(), allInputs);
  }

  private void discardWhatIsLate(long now) {
    if (now == stamp) {
      return;
    }
    if (!kept.isEmpty()) {
      // What came after this history is looked at twice rather than never.
      store.earliestKnownSince(stamp, series).ifPresent(known -> kept.tailMap(known, true).clear());
    }
    stamp = now;
  }

  private TheatreMemory nearest(Instant last) {
    borrow(last);
    Map.Entry<Instant, TheatreMemory> floor = kept.floorEntry(last);
    if (floor != null && !floor.getKey().isBefore(last.minus(Grid.STEP.multipliedBy(FEW)))) {
      return floor.getValue();
    }
    Optional<StoredState> stored = checkpoints.latest(theatre, last, series);
    if (stored.isPresent() && (floor == null || stored.get().asOf().isAfter(floor.getKey()))) {
      TheatreMemory memory =
          Checkpoints.read(Optional.ofNullable(stored.get().checkpoint()).orElseThrow());
      keep(stored.get().asOf(), memory);
      return memory;
    }
    return floor == null ? TheatreMemory.NONE : floor.getValue();
  }

  private void borrow(Instant last) {
    if (elder != null) {
      Map.@Nullable Entry<Instant, TheatreMemory> lent = elder.lent(last, stamp);
      @Nullable Instant own = kept.floorKey(last);
      if (lent != null && (own == null || own.isBefore(lent.getKey()))) {
        keep(lent.getKey(), lent.getValue());
      }
    }
  }

  /** The newest point that is kept, of the history of a stamp. */
  private synchronized Map.@Nullable Entry<Instant, TheatreMemory> lent(Instant last, long of) {
    return stamp == of ? kept.floorEntry(last) : null;
  }

  private Past walk(TheatreMemory from, List<Instant> points, History history, Reader reader) {
    TheatreMemory memory = from;
    Optional<Taken> failed = Optional.empty();
    for (int i = 0; i < points.size(); ) {
      int to = Math.min(points.size(), i + reader.moments());
      List<Instant> some = points.subList(i, to);
      for (Taken taken : reader.read(indicators, theatre.sources(), history, some)) {
        memory = fold.step(memory, taken.asOf(), readings(taken)).memory();
        if (failed.isEmpty() && !taken.isFirm()) {
          failed = Optional.of(taken);
          warn(taken);
        }
        if (failed.isEmpty()) {
          keep(taken.asOf(), memory);
        }
      }
      i = to;
    }
    return new Past(memory, stamp, failed);
  }

  private void warn(Taken taken) {
    LOG.atWarn()
        .addKeyValue("event", "past-reading-failed")
        .addKeyValue("theatre", theatre.id())
        .addKeyValue("asOf", taken.asOf())
        .addKeyValue("failure", taken.failure().map(Object::toString).orElse(""))
        .log("a reading of the past failed; it is read again with the next question");
  }

  private void keep(Instant point, TheatreMemory memory) {
    kept.put(point, memory);
    newest.addLast(point);
    if (newest.size() > NEWEST) {
      Instant old = newest.removeFirst();
      if (!isKeptForever(old) && !newest.contains(old)) {
        kept.remove(old);
      }
    }
  }

  /** Whether what the fold remembers at a point is kept, here and in the store. */
  static boolean isKeptForever(Instant point) {
    return Duration.between(Instant.EPOCH, point).toDays() % EVERY == 0;
  }

  /** The points of the grid from one to another, both included. */
  static List<Instant> points(Instant first, Instant last) {
    List<Instant> points = new ArrayList<>();
    for (Instant point = first; !point.isAfter(last); point = point.plus(Grid.STEP)) {
      points.add(point);
    }
    return points;
  }
}

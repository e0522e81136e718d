package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muscat.engine.theatre.Grid;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.host.BoundIndicator;
import org.muscat.host.CallFailed;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.spi.Inputs;
import org.muscat.store.History;
import org.muscat.store.Store;

/** Walks a theatre through the grid: readings in parallel, the fold in order. For one walk. */
final class Replay {

  private static final Duration LONGEST_SPAN = Collections.max(Assessor.SPANS);
  private static final int TRIES = 5;

  private final Theatre theatre;
  private final Timeline timeline;
  private final Store store;
  private final Reader reader;
  private final int threads;
  private final List<BoundIndicator> indicators;
  private final NavigableMap<Instant, TheatreState> recent = new TreeMap<>();
  private TheatreMemory memory = TheatreMemory.NONE;

  /** From where the walk starts. */
  private record Start(TheatreMemory memory, History history) {}

  Replay(Theatre theatre, Timeline timeline, Store store, Readings readings, int threads) {
    this.theatre = theatre;
    this.timeline = timeline;
    this.store = store;
    this.reader = new Reader(readings);
    this.threads = threads;
    this.indicators =
        Stream.concat(theatre.members().stream(), theatre.statusWords().stream())
            .map(BoundMember::indicator)
            .distinct()
            .toList();
  }

  void run(Instant from, Instant to, Consumer<GridPoint> sink) {
    Instant first = Grid.atOrAfter(from);
    Instant last = Grid.atOrBefore(to);
    if (first.isAfter(last)) {
      throw new IllegalArgumentException(
          "there is no point of the grid, a day's 00:00 UTC, from " + from + " to " + to);
    }
    // The moves of the first points look back.
    Instant begin = first.minus(LONGEST_SPAN);
    timeline.requireNear(last);
    Start start = start(begin, last);
    Instant origin = timeline.origin(last).orElse(Instant.MAX);
    TheatreFold fold = timeline.fold();
    memory = start.memory();
    ReadAhead ahead =
        new ReadAhead(
            Timeline.points(begin, last),
            reader::moments,
            some -> reader.read(indicators, theatre.sources(), start.history()::view, some));
    ahead.forEach(
        threads,
        taken -> {
          requireFirm(taken);
          TheatreState state = step(fold, taken, origin);
          if (!taken.asOf().isBefore(first)) {
            sink.accept(
                new GridPoint(
                    assessment(taken, state), checkpoint(taken.asOf()), start.history().stamp()));
          }
        });
  }

  private TheatreState step(TheatreFold fold, Taken taken, Instant origin) {
    Instant point = taken.asOf();
    TheatreState state;
    if (point.isBefore(origin)) {
      state = fold.at(TheatreMemory.NONE, point, timeline.readings(taken));
    } else {
      TheatreFold.Step step = fold.step(memory, point, timeline.readings(taken));
      memory = step.memory();
      state = step.state();
    }
    recent.put(point, state);
    recent.headMap(point.minus(LONGEST_SPAN)).clear();
    return state;
  }

  /** A memory and a history that know the same deliveries. */
  private Start start(Instant begin, Instant last) {
    List<Inputs.Input> inputs =
        indicators.stream().flatMap(one -> one.inputs().all().stream()).toList();
    for (int i = 0; i < TRIES; i++) {
      Timeline.Past past = timeline.past(begin, reader);
      past.failed().ifPresent(this::requireFirm);
      History history = store.history(inputs, theatre.sources(), last);
      if (history.stamp() == past.stamp()) {
        return new Start(past.memory(), history);
      }
    }
    throw new IllegalStateException(
        "the store is written faster than it is read; stop what imports into it, then go on");
  }

  private void requireFirm(Taken taken) {
    if (!taken.isFirm()) {
      CallFailed failure = taken.failure().orElseThrow();
      throw new ReadingFailedException(theatre.id(), taken.asOf(), failure);
    }
  }

  private Assessment assessment(Taken taken, TheatreState state) {
    List<TheatreState> before = new ArrayList<>();
    for (Duration span : Assessor.SPANS) {
      Instant then = state.asOf().minus(span);
      before.add(Objects.requireNonNull(recent.get(then), "no state of " + then));
    }
    List<StatusWord> words =
        theatre.statusWords().stream()
            .map(member -> Fresh.word(member, taken.of(member), taken.asOf()))
            .toList();
    return new Assessment(theatre, state, words, Moves.of(before, state));
  }

  private Optional<String> checkpoint(Instant point) {
    return point.equals(memory.at()) && Timeline.isKeptForever(point)
        ? Optional.of(Checkpoints.write(memory))
        : Optional.empty();
  }
}

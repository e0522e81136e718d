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
import org.muscat.store.History;

/** Walks a theatre through the grid: readings in parallel, the fold in order. For one walk. */
final class Replay {

  private static final Duration LONGEST_SPAN = Collections.max(Assessor.SPANS);

  /**
   * What is asked for soon after the last point looks back so far from the next: each of these
   * points has a checkpoint, so that no step of the fold is missing.
   */
  private static final Duration RECENT = LONGEST_SPAN.plus(Grid.STEP);

  private final Theatre theatre;
  private final Timeline timeline;
  private final Reader reader;
  private final int threads;
  private final List<BoundIndicator> indicators;
  private final NavigableMap<Instant, TheatreState> recent = new TreeMap<>();
  private TheatreMemory memory = TheatreMemory.NONE;

  Replay(Theatre theatre, Timeline timeline, Reader reader, int threads) {
    this.theatre = theatre;
    this.timeline = timeline;
    this.reader = reader;
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
    timeline.origin(last, timeline.history(reader)).ifPresent(o -> timeline.requireNear(last, o));
    Timeline.Past past = timeline.past(begin, reader);
    past.failed().ifPresent(this::requireFirm);
    // The one that the past is of.
    History history = timeline.history(reader);
    Instant origin = timeline.origin(last, history).orElse(Instant.MAX);
    TheatreFold fold = timeline.fold();
    memory = past.memory();
    ReadAhead ahead =
        new ReadAhead(
            Timeline.points(begin, last),
            reader::moments,
            some -> reader.read(indicators, theatre.sources(), history, some));
    ahead.forEach(
        threads,
        taken -> {
          requireFirm(taken);
          TheatreState state = step(fold, taken, origin);
          if (!taken.asOf().isBefore(first)) {
            sink.accept(
                new GridPoint(
                    assessment(taken, state, history.stamp()),
                    checkpoint(taken.asOf(), last),
                    history.stamp()));
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

  private void requireFirm(Taken taken) {
    if (!taken.isFirm()) {
      CallFailed failure = taken.failure().orElseThrow();
      throw new ReadingFailedException(theatre.id(), taken.asOf(), failure);
    }
  }

  private Assessment assessment(Taken taken, TheatreState state, long stamp) {
    List<TheatreState> before = new ArrayList<>();
    for (Duration span : Assessor.SPANS) {
      Instant then = state.asOf().minus(span);
      before.add(Objects.requireNonNull(recent.get(then), "no state of " + then));
    }
    List<StatusWord> words =
        theatre.statusWords().stream()
            .map(member -> Fresh.word(member, taken.of(member), taken.asOf()))
            .toList();
    return new Assessment(
        theatre,
        state,
        words,
        Moves.of(before, state),
        new Assessment.Basis(stamp, taken.failure()));
  }

  private Optional<String> checkpoint(Instant point, Instant last) {
    boolean isKept = Timeline.isKeptForever(point) || point.isAfter(last.minus(RECENT));
    return isKept && point.equals(memory.at())
        ? Optional.of(Checkpoints.write(memory))
        : Optional.empty();
  }
}

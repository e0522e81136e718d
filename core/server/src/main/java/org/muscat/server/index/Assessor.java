package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Movement;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.host.BoundIndicator;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;
import org.muscat.store.History;
import org.muscat.store.Store;

/**
 * Assesses theatres as of any moment, from the store alone: the same moment gives the same
 * assessment whenever and however often it is asked for. Blocks on the store and on plugins; safe
 * for any thread but an event loop.
 */
public final class Assessor {

  /** The spans over which an assessment says what moved the index, the shortest first. */
  public static final List<Duration> SPANS = List.of(Duration.ofDays(1), Duration.ofDays(7));

  private static final Around DIRECTLY = (theatre, asOf, work) -> work.get();

  private record Key(String theatre, String modelHash) {}

  private final Store store;
  private final Readings readings;
  private final Histories histories;
  private final Timeline.Checkpointed checkpoints;
  private final Map<Key, Timeline> timelines;

  /** The timelines of questions. */
  private final Map<Key, Timeline> asked = new ConcurrentHashMap<>();

  private final @Nullable Assessor elder;
  private final Runnable wanted;

  public Assessor(Store store, LoadedPlugins plugins) {
    this(
        store,
        new Readings(plugins),
        new Histories(store),
        checkpoints(store, Programs.of(plugins).text()));
  }

  private Assessor(
      Store store, Readings readings, Histories histories, Timeline.Checkpointed checkpoints) {
    this.store = store;
    this.readings = readings;
    this.histories = histories;
    this.checkpoints = checkpoints;
    this.timelines = new ConcurrentHashMap<>();
    this.elder = null;
    this.wanted = () -> {};
  }

  private Assessor(Assessor elder, Runnable wanted) {
    this.store = elder.store;
    this.readings = elder.readings;
    this.histories = elder.histories;
    this.checkpoints = elder.checkpoints;
    this.timelines = elder.asked;
    this.elder = elder;
    this.wanted = wanted;
  }

  private static Timeline.Checkpointed checkpoints(Store store, String programs) {
    return (theatre, atOrBefore, series) ->
        store
            .indexStates()
            .latestCheckpoint(theatre.id(), theatre.model().hash(), programs, atOrBefore, series);
  }

  /**
   * One that says the same and shares nothing with this one but the turn to read: what it folded
   * and read of the past goes with it.
   */
  public Assessor apart() {
    return new Assessor(store, readings, new Histories(store), checkpoints);
  }

  /**
   * One that says the same and shares nothing with this one but the turn to read, for few questions
   * about a moment: from the store it reads what they need if there is a checkpoint shortly before,
   * and all only if there is none.
   */
  public Assessor about(Instant moment) {
    Instant since = moment.minus(SPANS.get(SPANS.size() - 1)).minus(Timeline.REACH);
    return new Assessor(store, readings, new Histories(store, since), checkpoints);
  }

  /**
   * One that says the same to somebody who asks: whoever uses this one does not wait for the past
   * that is folded for it, which it shares with others that were made so.
   *
   * @param wanted is called now and then while it works; what it throws ends the question
   */
  public Assessor asked(Runnable wanted) {
    return new Assessor(this, wanted);
  }

  /**
   * One that sees the store as it was when a delivery was the newest, and shares nothing with this
   * one but the turn to read: no checkpoint, and nothing of the past that was folded.
   *
   * @param stamp the delivery, as {@link Assessment.Basis} names it
   */
  public Assessor at(long stamp) {
    Histories then = new Histories(store, OptionalLong.of(stamp));
    return new Assessor(store, readings, then, Timeline.Checkpointed.NOWHERE).asked(wanted);
  }

  /**
   * Everything that is said of a theatre as of a moment.
   *
   * @throws TooFarException if the moment lies more than a century after the history begins
   */
  public Assessment assess(Theatre theatre, Instant asOf) {
    return assess(theatre, asOf, reader());
  }

  /**
   * Assesses theatres as of one moment; an indicator that several of them use is read once.
   *
   * @throws TooFarException as {@link #assess} says
   */
  public List<Assessment> assessAll(List<Theatre> theatres, Instant asOf) {
    return assessEach(
        theatres,
        asOf,
        DIRECTLY,
        (theatre, failure) -> {
          throw failure;
        });
  }

  /**
   * Assesses theatres to see whether they can be.
   *
   * @param failed hears of each that cannot
   */
  public void check(
      List<Theatre> theatres, Instant asOf, BiConsumer<Theatre, RuntimeException> failed) {
    var unused = assessEach(theatres, asOf, DIRECTLY, failed);
  }

  /**
   * Assesses them as {@link #assessAll} does, where one theatre costs no other its assessment:
   * those that fail are left out.
   *
   * @param failed hears of each that failed
   */
  List<Assessment> assessEach(
      List<Theatre> theatres,
      Instant asOf,
      Around around,
      BiConsumer<Theatre, RuntimeException> failed) {
    Reader reader = reader();
    List<Assessment> assessments = new ArrayList<>();
    for (Theatre theatre : theatres) {
      try {
        assessments.add(around.theatre(theatre, asOf, () -> assess(theatre, asOf, reader)));
      } catch (RuntimeException e) {
        failed.accept(theatre, e);
      }
    }
    return assessments;
  }

  /** What does the work, and something before and after it. */
  @FunctionalInterface
  interface Around {

    Assessment theatre(Theatre theatre, Instant asOf, Supplier<Assessment> work);
  }

  /**
   * What moved the index from one moment to another, told apart into news, revisions and time.
   *
   * @param from not after {@code to}
   * @throws NoScoreException if there is no score at one of them
   * @throws ReadingFailedException if a plugin does not answer just now
   * @throws TooFarException as {@link #assess} says
   */
  public Explanation explain(Theatre theatre, Instant from, Instant to) {
    Reader reader = reader();
    Timeline timeline = timeline(theatre);
    TheatreState before = scored(timeline.at(from, reader));
    TheatreState after = scored(timeline.at(to, reader));
    return new Explanation(
        theatre,
        before,
        after,
        Movement.between(
            before.index(),
            after.index(),
            new Counterfactuals(readings, theatre).between(from, to, timeline.history(reader))));
  }

  /**
   * Assesses a theatre at every point of the grid between two moments, as it would have been known
   * then.
   *
   * @param from the first point is at or after it
   * @param to the last point is at or before it
   * @param threads how many read indicators, at least 1; the result does not depend on it
   * @param sink is handed the points in their order, on the calling thread
   * @throws IllegalArgumentException if there is no point of the grid between them
   * @throws ReadingFailedException if a plugin does not answer just now; the points before were
   *     handed over
   * @throws TooFarException as {@link #assess} says
   */
  public void replay(
      Theatre theatre, Instant from, Instant to, int threads, Consumer<GridPoint> sink) {
    new Replay(theatre, timeline(theatre), reader(), threads).run(from, to, sink);
  }

  /** Forgets what was folded of any other theatres. */
  public void keepOnly(List<Theatre> theatres) {
    Set<Key> kept =
        theatres.stream()
            .map(theatre -> new Key(theatre.id(), theatre.model().hash()))
            .collect(Collectors.toSet());
    timelines.keySet().retainAll(kept);
    asked.keySet().retainAll(kept);
  }

  /**
   * Reads indicators while nothing is known: whether they work.
   *
   * @return one outcome for each, in their order
   */
  public List<Outcome> probe(List<BoundIndicator> indicators, Instant asOf) {
    SeriesView nothing = new NothingKnown(asOf);
    return readings.readApart(
        indicators.stream().map(one -> new ReadRequest(one, nothing)).toList());
  }

  private static TheatreState scored(TheatreState state) {
    if (state.index().scored().isEmpty()) {
      throw new NoScoreException(state.index());
    }
    return state;
  }

  /**
   * What would be said as of a moment if some readings or weights were others. What was published
   * before stays as it is. The facts beside a changed reading stay, too.
   *
   * @param values by the ids of inputs, in the units of their readings, finite
   * @param weights by the ids of pillars and their members
   * @throws IllegalArgumentException if an id is not known or a weight not positive
   * @throws TooFarException as {@link #assess} says
   */
  public WhatIf whatIf(
      Theatre theatre, Instant asOf, Map<String, Double> values, Map<String, Double> weights) {
    List<String> inputs = theatre.definition().inputs();
    List<String> unknown = values.keySet().stream().filter(id -> !inputs.contains(id)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "theatre '"
              + theatre.id()
              + "' has no input "
              + unknown.stream().sorted().toList()
              + " to change; there are "
              + inputs);
    }
    Timeline timeline = timeline(theatre);
    TheatreFold fold =
        weights.isEmpty()
            ? timeline.fold()
            : new TheatreFold(theatre.definition().withWeights(weights));
    Reader reader = reader();
    Assessment is = assess(theatre, asOf, reader);
    Map<String, Reading> changed = new HashMap<>(timeline.readings(timeline.now(asOf, reader)));
    values.forEach(
        (id, value) -> changed.put(id, instead(theatre.member(id), changed.get(id), value, asOf)));
    TheatreState would = fold.at(timeline.before(asOf, reader), asOf, changed);
    return new WhatIf(
        is,
        new Assessment(theatre, would, is.statusWords(), List.of(), is.basis()),
        is.state().scored().isPresent() && would.index().scored().isPresent()
            ? Optional.of(Movement.between(is.state(), would.index()))
            : Optional.empty());
  }

  private static Reading instead(
      BoundMember member, @Nullable Reading now, double value, Instant asOf) {
    if (now instanceof Measured measured
        && Fresh.isFresh(measured, asOf, member.indicator().uncertainty().maxAge())) {
      Measured other = Measured.of(value, measured.observedAt());
      for (Map.Entry<String, String> fact : measured.facts().entrySet()) {
        other = other.fact(fact.getKey(), fact.getValue());
      }
      return other;
    }
    return Measured.of(value, asOf);
  }

  /** The timeline of a theatre. */
  Timeline timeline(Theatre theatre) {
    return timelines.computeIfAbsent(
        new Key(theatre.id(), theatre.model().hash()),
        key ->
            new Timeline(
                theatre, store, checkpoints, elder == null ? null : elder.timeline(theatre)));
  }

  private Reader reader() {
    return new Reader(readings, histories, wanted);
  }

  private Assessment assess(Theatre theatre, Instant asOf, Reader reader) {
    Timeline timeline = timeline(theatre);
    while (true) {
      History history = timeline.history(reader);
      Assessment assessment = assess(theatre, asOf, timeline, reader);
      // Otherwise another question saw more meanwhile, and this one began again on the way.
      if (timeline.history(reader).stamp() == history.stamp()) {
        return assessment;
      }
    }
  }

  private Assessment assess(Theatre theatre, Instant asOf, Timeline timeline, Reader reader) {
    List<TheatreState> before = new ArrayList<>();
    // The oldest first, so that the fold goes forward.
    for (int i = SPANS.size() - 1; i >= 0; i--) {
      before.add(0, timeline.at(asOf.minus(SPANS.get(i)), reader));
    }
    TheatreState state = timeline.at(asOf, reader);
    List<StatusWord> words = words(theatre, asOf, timeline, reader);
    return new Assessment(
        theatre,
        state,
        words,
        Moves.of(before, state),
        new Assessment.Basis(timeline.history(reader).stamp(), timeline.failure(reader)));
  }

  /**
   * Reads status indicators for one question. No index is computed for it, so that this is quick,
   * however far the history of a theatre reaches.
   */
  public StatusReader statusReader() {
    return new StatusReader(this::timeline, reader());
  }

  private List<StatusWord> words(Theatre theatre, Instant asOf, Timeline timeline, Reader reader) {
    Taken taken = timeline.words(asOf, reader);
    return theatre.statusWords().stream()
        .map(member -> Fresh.word(member, taken.of(member), asOf))
        .toList();
  }
}

package org.muscat.server.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.muscat.host.BoundIndicator;
import org.muscat.host.CallFailed;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;
import org.muscat.spi.Inputs;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.store.History;
import org.muscat.store.SourceRanking;

/**
 * Reads indicators for one question: each one once for each moment, many moments in one guarded
 * call. An indicator that fails for a reason of the moment, alone with its plugin's others, is not
 * asked again: a plugin that hangs costs one question its deadline once, not once a day of the
 * past. Safe for any thread.
 */
final class Reader {

  /** A call that is shorter than this takes more moments the next time. */
  private static final long SHORT_NANOS = 100_000_000L;

  /** A call that is longer takes fewer: the deadline of 2 s is far. */
  private static final long LONG_NANOS = 400_000_000L;

  private static final int FIRST_MOMENTS = 4;
  private static final int MOST_MOMENTS = 256;

  /** A large tick holds thousands; growing on the way would take a twentieth of it. */
  private static final int EXPECTED = 4_096;

  /** More would cost more memory than reading again costs time. */
  private static final int LARGEST = 100_000;

  private record Place(BoundIndicator indicator, SourceRanking sources, Instant moment) {}

  private final Readings readings;
  private final Histories histories;
  private final Runnable wanted;
  private final Map<SourceRanking, History> snapshots = new HashMap<>();
  private final Map<Place, Reading> remembered = new ConcurrentHashMap<>(EXPECTED);
  private final Map<BoundIndicator, CallFailed> failed = new ConcurrentHashMap<>();
  private final AtomicInteger moments = new AtomicInteger(FIRST_MOMENTS);

  /**
   * One that has read nothing yet.
   *
   * @param wanted is called before each call of the plugins; what it throws ends the question
   */
  Reader(Readings readings, Histories histories, Runnable wanted) {
    this.readings = readings;
    this.histories = histories;
    this.wanted = wanted;
  }

  /** What the store knows, the same for the whole question. */
  synchronized History history(SourceRanking sources, Collection<Inputs.Input> inputs) {
    History known = snapshots.get(sources);
    if (known == null || !known.has(inputs)) {
      History fresh = histories.of(sources, inputs);
      if (known != null && known.stamp() != fresh.stamp()) {
        // One theatre's readings are all of one history.
        remembered.clear();
      }
      known = fresh;
      snapshots.put(sources, known);
    }
    return known;
  }

  /**
   * Why one of these indicators could not be read for a reason of the moment; empty if all could.
   */
  Optional<CallFailed> failure(Collection<BoundIndicator> indicators) {
    return indicators.stream().filter(failed::containsKey).findFirst().map(failed::get);
  }

  /**
   * Forgets what was read from the store as it was when the question began. To be called when
   * somebody else has seen more by now, and only before anything of the question was answered.
   */
  synchronized void beginAgain() {
    snapshots.clear();
    remembered.clear();
  }

  /** The same history, as far back as these moments need it. */
  private synchronized History reaching(History history, List<Place> unread) {
    Instant first =
        unread.stream().map(Place::moment).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    if (!first.isBefore(history.since())) {
      return history;
    }
    History known = snapshots.get(history.ranking());
    if (known != null && known.stamp() == history.stamp() && !first.isBefore(known.since())) {
      return known;
    }
    History whole = histories.whole(history);
    snapshots.put(history.ranking(), whole);
    return whole;
  }

  /** How many moments a call should ask for now. */
  int moments() {
    return moments.get();
  }

  /** The readings of one moment. */
  Taken read(
      Collection<BoundIndicator> indicators,
      SourceRanking sources,
      History history,
      Instant moment) {
    return read(indicators, sources, history, List.of(moment)).get(0);
  }

  /** The readings of several moments, in their order. */
  List<Taken> read(
      Collection<BoundIndicator> indicators,
      SourceRanking sources,
      History history,
      List<Instant> asked) {
    Set<BoundIndicator> distinct = new LinkedHashSet<>(indicators);
    List<Place> places = new ArrayList<>(asked.size() * distinct.size());
    for (Instant moment : asked) {
      for (BoundIndicator indicator : distinct) {
        places.add(new Place(indicator, sources, moment));
      }
    }
    Map<Place, CallFailed> failures = readUnread(places, history, asked.size());
    List<Taken> taken = new ArrayList<>();
    for (Instant moment : asked) {
      taken.add(taken(moment, indicators, sources, history, failures, asked.size() == 1));
    }
    return taken;
  }

  private Taken taken(
      Instant moment,
      Collection<BoundIndicator> indicators,
      SourceRanking sources,
      History history,
      Map<Place, CallFailed> failures,
      boolean alone) {
    Map<BoundIndicator, Reading> all = new HashMap<>();
    Optional<CallFailed> failure = Optional.empty();
    for (BoundIndicator indicator : indicators) {
      Place place = new Place(indicator, sources, moment);
      Reading reading = remembered.get(place);
      if (reading != null) {
        all.put(indicator, reading);
        continue;
      }
      CallFailed why = failures.getOrDefault(place, failed.get(indicator));
      if (!alone || why == null) {
        // Perhaps the moments before it took the time; or what was remembered had to go.
        return read(indicators, sources, history, moment);
      }
      failed.putIfAbsent(indicator, why);
      all.put(indicator, new NoData("indicator " + why.message()));
      failure = Optional.of(why);
    }
    return new Taken(moment, all, failure);
  }

  /** Remembers what it reads; gives what failed for a reason of the moment. */
  private Map<Place, CallFailed> readUnread(List<Place> places, History history, int asked) {
    if (remembered.size() > LARGEST) {
      remembered.clear();
    }
    List<Place> unread =
        places.stream()
            .filter(place -> !remembered.containsKey(place))
            .filter(place -> !failed.containsKey(place.indicator()))
            .toList();
    if (unread.isEmpty()) {
      return Map.of();
    }
    wanted.run();
    History reaching = reaching(history, unread);
    List<ReadRequest> requests =
        unread.stream()
            .map(
                place ->
                    new ReadRequest(
                        place.indicator(),
                        reaching.view(place.moment(), place.indicator().inputs().all())))
            .toList();
    Readings.Answer answer = readings.readAll(requests);
    adapt(answer.nanos(), asked);
    List<Outcome> outcomes = answer.outcomes();
    Map<Place, CallFailed> failures = new HashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      if (outcome.failure().filter(Reader::isOfTheMoment).isPresent()) {
        failures.put(unread.get(i), outcome.failure().get());
      } else {
        remembered.put(unread.get(i), outcome.reading());
      }
    }
    return failures;
  }

  /** An indicator is a pure function: what it throws or gives once it gives again. */
  static boolean isOfTheMoment(CallFailed failure) {
    return switch (failure.kind()) {
      case THREW, INVALID_RESULT -> false;
      case TIMED_OUT,
          STUCK,
          SKIPPED,
          PROCESS_AWAY,
          BREAKER_OPEN,
          QUARANTINED,
          TOO_MANY_THREADS,
          QUARANTINED_BY_OPERATOR,
          CLOSED ->
          true;
    };
  }

  private void adapt(long nanos, int asked) {
    if (nanos > LONG_NANOS) {
      moments.set(Math.max(1, asked / 2));
    } else if (nanos < SHORT_NANOS && asked >= moments.get()) {
      moments.set(Math.min(MOST_MOMENTS, asked * 2));
    }
  }
}

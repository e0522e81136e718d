package org.muscat.server.index;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.muscat.engine.Composite;
import org.muscat.engine.IndexState;
import org.muscat.engine.Input;
import org.muscat.engine.Model;
import org.muscat.engine.Movement;
import org.muscat.host.BoundIndicator;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.index.Assessment.Move;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.store.Store;

/**
 * Assesses theatres as of any moment, from the store alone: the same moment gives the same
 * assessment whenever it is asked for. Blocks on the store and on plugins; safe for any thread but
 * an event loop.
 */
public final class Assessor {

  /** The spans over which an assessment says what moved the index. */
  public static final List<Duration> SPANS = List.of(Duration.ofDays(1), Duration.ofDays(7));

  private final Store store;
  private final Readings readings;
  private final Holds holds;
  private final AtomicLong stamp = new AtomicLong();

  @Inject
  public Assessor(Store store, LoadedPlugins plugins) {
    this.store = store;
    this.readings = new Readings(store, plugins);
    this.holds = new Holds(readings);
  }

  /** To be called after every change of the store. */
  public void storeChanged() {
    holds.forget();
  }

  /** Everything that is said of a theatre as of a moment. */
  public Assessment assess(Theatre theatre, Instant asOf) {
    forgetWhatOthersChanged();
    return assess(theatre, asOf, new Memory(readings));
  }

  /** Assesses theatres as of one moment; an indicator that several of them use is read once. */
  public List<Assessment> assessAll(List<Theatre> theatres, Instant asOf) {
    forgetWhatOthersChanged();
    Memory memory = new Memory(readings);
    return theatres.stream().map(theatre -> assess(theatre, asOf, memory)).toList();
  }

  /** Another process may write the same store. */
  private void forgetWhatOthersChanged() {
    long now = store.stamp();
    if (stamp.getAndSet(now) != now) {
      holds.forget();
    }
  }

  private Assessment assess(Theatre theatre, Instant asOf, Memory memory) {
    Map<BoundIndicator, Reading> now = read(theatre, asOf, memory);
    IndexState state = compose(theatre, asOf, now);
    List<Move> moves = new ArrayList<>();
    for (Duration span : SPANS) {
      Instant then = asOf.minus(span);
      IndexState before = compose(theatre, then, read(theatre, then, memory));
      if (state.scored().isPresent() && before.scored().isPresent()) {
        moves.add(new Move(span, before.asOf(), Movement.between(before, state)));
      }
    }
    List<StatusWord> words =
        theatre.statusWords().stream()
            .map(member -> new StatusWord(member, fresh(member, now, asOf)))
            .toList();
    return new Assessment(theatre, state, words, moves);
  }

  private static Map<BoundIndicator, Reading> read(Theatre theatre, Instant asOf, Memory memory) {
    List<BoundIndicator> indicators =
        Stream.concat(theatre.members().stream(), theatre.statusWords().stream())
            .map(BoundMember::indicator)
            .toList();
    return memory.read(indicators, theatre.sources(), asOf);
  }

  /** A status that is too old is not known. */
  private static Reading fresh(BoundMember member, Map<BoundIndicator, Reading> now, Instant asOf) {
    Reading reading = readingOf(member, now);
    Duration maxAge = member.descriptor().uncertainty().maxAge();
    return reading instanceof Measured measured && isMissing(reading, asOf, maxAge)
        ? new NoData("last data of " + measured.observedAt() + " are older than " + maxAge)
        : reading;
  }

  private IndexState compose(Theatre theatre, Instant asOf, Map<BoundIndicator, Reading> now) {
    Map<BoundIndicator, Duration> missing = new LinkedHashMap<>();
    for (Model.Pillar pillar : theatre.model().pillars()) {
      for (Model.Member member : pillar.members()) {
        BoundMember bound = theatre.member(member.id());
        Duration maxAge = member.uncertainty().maxAge();
        if (isMissing(readingOf(bound, now), asOf, maxAge)) {
          missing.put(bound.indicator(), maxAge);
        }
      }
    }
    Map<BoundIndicator, Measured> last = holds.lastMeasured(missing, theatre.sources(), asOf);
    Map<String, Input> inputs = new HashMap<>();
    for (BoundMember member : theatre.members()) {
      Measured held = last.get(member.indicator());
      Reading reading = readingOf(member, now);
      inputs.put(member.id(), held == null ? Input.of(reading) : Input.held(reading, held));
    }
    return Composite.compose(theatre.model(), theatre.id(), asOf, inputs);
  }

  private static boolean isMissing(Reading reading, Instant asOf, Duration maxAge) {
    return !(reading instanceof Measured measured)
        || Duration.between(measured.observedAt(), asOf).compareTo(maxAge) > 0;
  }

  private static Reading readingOf(BoundMember member, Map<BoundIndicator, Reading> now) {
    return now.getOrDefault(member.indicator(), new NoData("the indicator was not read"));
  }
}

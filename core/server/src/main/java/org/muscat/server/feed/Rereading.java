package org.muscat.server.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.muscat.spi.Observation;
import org.muscat.store.Origin;
import org.muscat.store.VintageBreak;
import org.muscat.store.VintageBreaks;

/** A history that was read whole, because its source told its past anew. */
final class Rereading {

  /** A history that lost more than that was not read whole. */
  private static final double SMALLEST_SHARE = 0.9;

  private record Identity(Instant observedAt, String key) {}

  private final VintageBreaks breaks;
  private final Map<Origin, Set<Identity>> told = new TreeMap<>();

  /**
   * A history.
   *
   * @param source of the observations that name none
   */
  Rereading(VintageBreaks breaks, String source, List<Observation> all) {
    this.breaks = breaks;
    for (Observation one : all) {
      told.computeIfAbsent(
              new Origin(one.series(), one.source().orElse(source)), first -> new HashSet<>())
          .add(new Identity(one.observedAt(), one.key()));
    }
  }

  /**
   * Compares the number of observations of each series with that of the vintage it has now.
   *
   * @throws FetchStopped if it is much smaller: a baseline of a fragment would be believed
   */
  void requireWhole() throws FetchStopped {
    if (told.isEmpty()) {
      throw Failures.empty("the history that has to be read again is empty");
    }
    Map<Origin, Integer> current = breaks.current();
    for (Map.Entry<Origin, Set<Identity>> series : told.entrySet()) {
      Origin origin = series.getKey();
      Integer vintage = current.get(origin);
      long known = vintage == null ? 0 : breaks.size(origin, vintage);
      int now = series.getValue().size();
      if (now < SMALLEST_SHARE * known) {
        throw Failures.empty(
            "the history that has to be read again has "
                + now
                + " observations of '"
                + origin.series()
                + "' where "
                + known
                + " are known");
      }
    }
  }

  /**
   * The series that were told whole, after a reading that failed on the way: nothing is missing at
   * the ends of the vintage that they have now, nor much in between.
   *
   * @return none if one that was told in part has an open break: it may be about to be told
   */
  Set<Origin> wholeUnlessBroken() {
    Map<Origin, Integer> current = breaks.current();
    Set<Origin> whole = new HashSet<>();
    for (Map.Entry<Origin, Set<Identity>> series : told.entrySet()) {
      Integer vintage = current.get(series.getKey());
      if (vintage != null && isWhole(series.getKey(), vintage, series.getValue())) {
        whole.add(series.getKey());
      }
    }
    boolean inPart =
        breaks.open().stream()
            .map(VintageBreak::origin)
            .anyMatch(origin -> told.containsKey(origin) && !whole.contains(origin));
    return inPart ? Set.of() : whole;
  }

  private boolean isWhole(Origin origin, int vintage, Set<Identity> identities) {
    TreeSet<Instant> moments = new TreeSet<>();
    identities.forEach(one -> moments.add(one.observedAt()));
    return identities.size() >= SMALLEST_SHARE * breaks.size(origin, vintage)
        && breaks
            .span(origin, vintage)
            .filter(known -> !moments.first().isAfter(known.first()))
            .filter(known -> !moments.last().isBefore(known.last()))
            .isPresent();
  }

  /**
   * The vintage of each series: all that were told of a source of which one has an open break, by
   * whichever feed it was seen, begin another one together; the others stay in theirs.
   */
  ToIntFunction<Origin> vintages() {
    Map<Origin, Integer> current = breaks.current();
    Map<String, Integer> next = new HashMap<>();
    for (VintageBreak open : breaks.open()) {
      if (told.containsKey(open.origin())) {
        next.merge(open.source(), open.number(), Math::max);
      }
    }
    for (Origin origin : told.keySet()) {
      int following = current.getOrDefault(origin, 0) + 1;
      next.computeIfPresent(origin.source(), (source, least) -> Math.max(least, following));
    }
    return origin -> next.getOrDefault(origin.source(), current.getOrDefault(origin, 1));
  }
}

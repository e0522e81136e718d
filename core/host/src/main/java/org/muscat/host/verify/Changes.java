package org.muscat.host.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** Other histories made of a sample: reordered, with later knowledge, with something missing. */
final class Changes {

  private static final long SEED = 20_240_101;
  private static final int NEWEST_SHARE = 4;

  private Changes() {}

  static Instant knownAt(Observation observation) {
    return observation.knownAt().orElse(observation.observedAt());
  }

  /** Known at the moment, and so in a view of it. */
  static boolean isKnown(Observation observation, Instant moment) {
    return !knownAt(observation).isAfter(moment) && !observation.observedAt().isAfter(moment);
  }

  /** In another order; what was told of one thing at one moment stays in its own. */
  static List<Observation> reordered(List<Observation> told) {
    List<Observation> other = new ArrayList<>(told);
    Collections.shuffle(other, new Random(SEED));
    TreeMap<String, List<Observation>> clashing = new TreeMap<>();
    told.forEach(one -> clashing.computeIfAbsent(identity(one), x -> new ArrayList<>()).add(one));
    List<Observation> kept = new ArrayList<>();
    for (Observation one : other) {
      kept.add(clashing.getOrDefault(identity(one), List.of(one)).remove(0));
    }
    return kept;
  }

  private static String identity(Observation one) {
    return one.series() + " " + one.key() + " " + one.observedAt() + " " + knownAt(one);
  }

  /**
   * With what nobody could know at a moment: each thing known then told otherwise a second later,
   * and something newer in each series.
   */
  static List<Observation> withLaterKnowledge(List<Observation> told, Instant moment) {
    Instant later = moment.plusSeconds(1);
    Stream<Observation> revised =
        told.stream()
            .filter(one -> isKnown(one, moment))
            .map(
                one ->
                    valued(one, one.observedAt(), other(one)).knownAt(later, KnownBasis.PUBLISHED));
    Stream<Observation> newer =
        newestOfEach(told, moment).stream()
            .map(one -> valued(one, later, other(one)).knownAt(later, KnownBasis.PUBLISHED));
    return Stream.concat(told.stream(), Stream.concat(revised, newer)).toList();
  }

  static List<Observation> without(List<Observation> told, String series) {
    return told.stream().filter(one -> !one.series().equals(series)).toList();
  }

  /** Without the newest quarter, in time, of what was known of a series at a moment. */
  static List<Observation> withoutNewest(List<Observation> told, String series, Instant moment) {
    List<Instant> times =
        told.stream()
            .filter(one -> one.series().equals(series) && isKnown(one, moment))
            .map(Observation::observedAt)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return told;
    }
    Instant newest = times.get(times.size() - 1);
    Duration quarter = Duration.between(times.get(0), newest).dividedBy(NEWEST_SHARE);
    Instant from = newest.minus(quarter);
    return told.stream()
        .filter(one -> !one.series().equals(series) || one.observedAt().isBefore(from))
        .toList();
  }

  /** With the newest point of a series, as known at a moment, moved by a share of its size. */
  static Optional<List<Observation>> withNewestMoved(
      List<Observation> told, String series, Instant moment, double share) {
    return newestOfEach(told, moment).stream()
        .filter(one -> one.series().equals(series))
        .findFirst()
        .map(
            newest -> {
              double by = share * Math.max(Math.abs(newest.value()), 1e-3);
              return told.stream()
                  .map(
                      one ->
                          one.equals(newest)
                              ? valued(one, one.observedAt(), one.value() + by)
                              : one)
                  .toList();
            });
  }

  private static List<Observation> newestOfEach(List<Observation> told, Instant moment) {
    TreeMap<String, Observation> newest = new TreeMap<>();
    told.stream()
        .filter(one -> isKnown(one, moment))
        .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Changes::knownAt))
        .forEach(one -> newest.put(one.series(), one));
    return List.copyOf(newest.values());
  }

  /** Another value; of an event the same, which may be a code that has no other. */
  private static double other(Observation one) {
    return one.isEvent() ? one.value() : one.value() * 1.5 + 1;
  }

  private static Observation valued(Observation like, Instant observedAt, double value) {
    Observation bare =
        like.isEvent()
            ? Observation.event(
                like.series(), like.key(), observedAt, like.type(), value, like.attributes())
            : Observation.point(like.series(), observedAt, value);
    Observation said = like.source().map(bare::from).orElse(bare);
    Instant known = knownAt(like).isBefore(observedAt) ? observedAt : knownAt(like);
    return like.knownAt().isPresent() ? said.knownAt(known, like.knownBasis()) : said;
  }
}

package org.muscat.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.muscat.spi.Inputs;

/**
 * What was known of some series up to a moment, in memory: it answers for every earlier moment,
 * from the one that it was read for, what {@link Store#view} would have answered when this was
 * read. Immutable; any thread may ask at any time; it does not need the store any more.
 *
 * <p>A view of a daily series takes microseconds, as its points are not copied unless one of them
 * was revised, or appeared late, since the moment that was asked for before.
 */
public final class History {

  /**
   * What of a series was read.
   *
   * @param from the first observed-at of it, in milliseconds
   * @param vintages the best first
   */
  record Told(long from, List<VintageHistory> vintages) {}

  private final Instant since;
  private final Instant until;
  private final long limit;
  private final long stamp;
  private final SourceRanking ranking;
  private final Map<String, Told> bySeries;

  /**
   * A history.
   *
   * @param since the earliest moment that it answers for
   * @param limit the last delivery that it was read for
   */
  History(
      Instant since,
      Instant until,
      long limit,
      long stamp,
      SourceRanking ranking,
      Map<String, Told> bySeries) {
    this.since = since;
    this.until = until;
    this.limit = limit;
    this.stamp = stamp;
    this.ranking = ranking;
    this.bySeries = Map.copyOf(bySeries);
  }

  /** The earliest moment that this answers for; {@link Instant#MIN} if it answers for any. */
  public Instant since() {
    return since;
  }

  /** The latest moment that this answers for. */
  public Instant until() {
    return until;
  }

  /** The order in which the sources of a series come. */
  public SourceRanking ranking() {
    return ranking;
  }

  /** Whether it was read for all of these series, as far back as is looked. */
  public boolean has(Collection<Inputs.Input> inputs) {
    for (Inputs.Input input : inputs) {
      Told told = bySeries.get(input.series());
      if (told == null || told.from() > from(since, input)) {
        return false;
      }
    }
    return true;
  }

  /** The first observed-at that a view of a moment or a later one shows, in milliseconds. */
  static long from(Instant since, Inputs.Input input) {
    return since.equals(Instant.MIN)
        ? Long.MIN_VALUE
        : Times.atOrBefore(since.minus(input.lookBack()));
  }

  /**
   * The earliest known-at of any observation of these series, as {@link Store#earliestKnown} says.
   *
   * @return empty if nothing of them was known at or before the moment
   * @throws IllegalArgumentException if a series is not in this history
   */
  public Optional<Instant> earliestKnown(Collection<String> seriesNames, Instant atOrBefore) {
    long earliest = Long.MAX_VALUE;
    for (String series : seriesNames) {
      for (VintageHistory history : vintages(series)) {
        earliest = Math.min(earliest, history.vintage().firstKnown());
      }
    }
    return earliest <= Times.atOrBefore(atOrBefore) && earliest < Long.MAX_VALUE
        ? Optional.of(Instant.ofEpochMilli(earliest))
        : Optional.empty();
  }

  /** What of each series was read. */
  Map<String, Told> series() {
    return bySeries;
  }

  /** The last delivery that it was read for. */
  long limit() {
    return limit;
  }

  /** The newest delivery that it was read from, as {@link Store#stamp} tells it. */
  public long stamp() {
    return stamp;
  }

  /**
   * The inputs as known at a moment: equal to {@link Store#view} with the ranking of this history.
   *
   * @param asOf from {@link #since} to {@link #until}
   * @param inputs series of this history; one that is declared twice keeps the longer look-back
   * @throws IllegalArgumentException if the moment is another, or a series is not in this history
   */
  public AsOfView view(Instant asOf, Collection<Inputs.Input> inputs) {
    require("since", since, "as-of", asOf);
    require("as-of", asOf, "until", until);
    long moment = Times.atOrBefore(asOf);
    return view(
        asOf,
        inputs,
        (vintages, after) ->
            choose(vintages, moment).map(vintage -> vintage.known(Cut.asOf(after, moment))));
  }

  /**
   * What was held at one moment, with the values that were known at another: for telling apart what
   * a revision did and what news did.
   *
   * <p>Of each input, <em>held</em> are the observations that a view of {@code heldAt} with an
   * endless look-back shows: of the source and vintage chosen then, observed and known at or before
   * {@code heldAt}. The result shows
   *
   * <ul>
   *   <li>the held observations inside the look-back of {@code asOf}, identified by observed-at and
   *       key, each in the version last known at {@code knownAt}, if the source and vintage chosen
   *       at {@code knownAt} are those chosen at {@code heldAt};
   *   <li>otherwise all observations of the source and vintage chosen at {@code knownAt} that were
   *       known then, lie inside the look-back of {@code asOf} and were observed at or before the
   *       newest held one; none if nothing was held.
   * </ul>
   *
   * <p>So {@code restated(t0, t0, t0)} is {@code view(t0)}; {@code restated(t0, t0, t1)} is what
   * would have been said at t0 with the values as revised by t1; {@code restated(t1, t0, t1)} is
   * {@code view(t1)} without news. An observation that is about a moment after {@code heldAt} is
   * news, even if it was told before. Provenance, and the known-at of an event, are those of the
   * versions shown, and may lie after {@code asOf}.
   *
   * @param asOf the as-of moment of the view, and where look-backs start; from {@code heldAt} to
   *     {@link #until}
   * @param heldAt decides which observations are shown; at or after {@link #since}
   * @param knownAt decides their values, source and vintage; from {@code heldAt} to {@link #until}
   * @param inputs series of this history; one that is declared twice keeps the longer look-back
   * @throws IllegalArgumentException if the moments are not in this order, or a series is not in
   *     this history
   */
  public AsOfView restated(
      Instant asOf, Instant heldAt, Instant knownAt, Collection<Inputs.Input> inputs) {
    require("since", since, "held-at", heldAt);
    require("held-at", heldAt, "as-of", asOf);
    require("as-of", asOf, "until", until);
    require("held-at", heldAt, "known-at", knownAt);
    require("known-at", knownAt, "until", until);
    long held = Times.atOrBefore(heldAt);
    long known = Times.atOrBefore(knownAt);
    return view(asOf, inputs, (vintages, after) -> restated(vintages, after, held, known));
  }

  private static Optional<AsOfView.Known> restated(
      List<VintageHistory> vintages, long after, long heldAt, long knownAt) {
    Optional<VintageHistory> before = choose(vintages, heldAt);
    Optional<VintageHistory> now = choose(vintages, knownAt);
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    Cut cut =
        before.equals(now)
            ? new Cut(after, heldAt, heldAt, knownAt)
            : new Cut(after, before.get().newestObserved(heldAt), knownAt, knownAt);
    return Optional.of(now.get().known(cut));
  }

  private static Optional<VintageHistory> choose(List<VintageHistory> vintages, long moment) {
    for (VintageHistory history : vintages) {
      if (history.vintage().firstKnown() <= moment) {
        return Optional.of(history);
      }
    }
    return Optional.empty();
  }

  private AsOfView view(
      Instant asOf,
      Collection<Inputs.Input> inputs,
      BiFunction<List<VintageHistory>, Long, Optional<AsOfView.Known>> ask) {
    if (inputs.size() == 1) {
      // Most indicators have one, and a back-fill asks for millions of views.
      Inputs.Input only = inputs.iterator().next();
      return new AsOfView(
          asOf, Map.of(only.series(), known(only.series(), after(asOf, only), ask)));
    }
    Map<String, Long> after = new HashMap<>();
    for (Inputs.Input input : inputs) {
      after.merge(input.series(), after(asOf, input), Math::min);
    }
    Map<String, AsOfView.Known> known = new HashMap<>();
    after.forEach((series, start) -> known.put(series, known(series, start, ask)));
    return new AsOfView(asOf, known);
  }

  private static long after(Instant asOf, Inputs.Input input) {
    return Times.atOrBefore(asOf.minus(input.lookBack()));
  }

  private AsOfView.Known known(
      String series,
      long after,
      BiFunction<List<VintageHistory>, Long, Optional<AsOfView.Known>> ask) {
    return ask.apply(vintages(series), after).orElseGet(() -> AsOfView.Known.nothing(series));
  }

  private List<VintageHistory> vintages(String series) {
    Told told = bySeries.get(series);
    if (told == null) {
      throw new IllegalArgumentException(
          "'"
              + series
              + "' is not in this history; it was read for "
              + bySeries.keySet().stream().sorted().toList());
    }
    return told.vintages();
  }

  private static void require(String name, Instant moment, String limit, Instant latest) {
    if (moment.isAfter(latest)) {
      throw new IllegalArgumentException(name + " " + moment + " is after " + limit + " " + latest);
    }
  }
}

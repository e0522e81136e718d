package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of vintages, inside one transaction. */
final class Vintages {

  private static final RowMapper<Vintage> ROW =
      (row, context) ->
          new Vintage(
              row.getLong("id"),
              row.getString("series"),
              row.getString("source"),
              row.getInt("number"),
              row.getLong("first_known"));

  private final Handle handle;

  Vintages(Handle handle) {
    this.handle = handle;
  }

  Optional<Vintage> find(String series, String source, int number) {
    return handle
        .createQuery(
            "select id, series, source, number, first_known from vintage"
                + " where series = :series and source = :source and number = :number")
        .bind("series", series)
        .bind("source", source)
        .bind("number", number)
        .map(ROW)
        .findOne();
  }

  Vintage create(String series, String source, int number, long firstKnown) {
    long id =
        handle
            .createUpdate(
                "insert into vintage (series, source, number, first_known)"
                    + " values (:series, :source, :number, :firstKnown)")
            .bind("series", series)
            .bind("source", source)
            .bind("number", number)
            .bind("firstKnown", firstKnown)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return new Vintage(id, series, source, number, firstKnown);
  }

  void knownFrom(Vintage vintage, long moment) {
    if (moment < vintage.firstKnown()) {
      handle
          .createUpdate("update vintage set first_known = :moment where id = :id")
          .bind("moment", moment)
          .bind("id", vintage.id())
          .execute();
    }
  }

  /** The vintage that a view reads: of the best source that knew anything, the latest. */
  Optional<Vintage> choose(String series, long asOf, SourceRanking ranking) {
    return known(series, asOf, ranking).stream().findFirst();
  }

  /** The vintages of a series of which anything was known at a moment, the best first. */
  List<Vintage> known(String series, long asOf, SourceRanking ranking) {
    return handle
        .createQuery(
            "select id, series, source, number, first_known from vintage"
                + " where series = :series and first_known <= :asOf")
        .bind("series", series)
        .bind("asOf", asOf)
        .map(ROW)
        .stream()
        .sorted(best(ranking))
        .toList();
  }

  /**
   * The same of several series, asked for at once.
   *
   * @return nothing for a series that has none
   */
  Map<String, List<Vintage>> known(
      Collection<String> seriesNames, long asOf, SourceRanking ranking) {
    Set<String> wanted = Set.copyOf(seriesNames);
    Map<String, List<Vintage>> known = new HashMap<>();
    handle
        .createQuery(
            "select id, series, source, number, first_known from vintage"
                + " where first_known <= :asOf")
        .bind("asOf", asOf)
        .map(ROW)
        .forEach(
            vintage -> {
              if (wanted.contains(vintage.series())) {
                known.computeIfAbsent(vintage.series(), key -> new ArrayList<>()).add(vintage);
              }
            });
    known.values().forEach(vintages -> vintages.sort(best(ranking)));
    return known;
  }

  /** All vintages of a series of a source. */
  List<Vintage> of(Origin origin) {
    return handle
        .createQuery(
            "select id, series, source, number, first_known from vintage"
                + " where series = :series and source = :source order by number")
        .bind("series", origin.series())
        .bind("source", origin.source())
        .map(ROW)
        .list();
  }

  /** How many observations a vintage has, each counted once. */
  long size(Origin origin, int number) {
    return handle
        .createQuery(
            "select count(*) from (select distinct o.observed, o.event_key from observation o"
                + " join vintage v on v.id = o.vintage where v.series = :series"
                + " and v.source = :source and v.number = :number) identities")
        .bind("series", origin.series())
        .bind("source", origin.source())
        .bind("number", number)
        .mapTo(Long.class)
        .one();
  }

  /** What a vintage is about; empty if there is no such. */
  Optional<Span> span(Origin origin, int number) {
    return find(origin.series(), origin.source(), number).flatMap(this::span);
  }

  private Optional<Span> span(Vintage vintage) {
    return handle
        .createQuery(
            "select min(observed), max(observed) from observation where vintage = :vintage"
                + " having count(*) > 0")
        .bind("vintage", vintage.id())
        .map(
            (row, context) ->
                new Span(
                    Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))))
        .findOne();
  }

  /** The newest vintage of each series of each source. */
  Map<Origin, Integer> current() {
    Map<Origin, Integer> current = new HashMap<>();
    handle
        .createQuery("select series, source, max(number) from vintage group by series, source")
        .map(
            (row, context) ->
                Map.entry(new Origin(row.getString(1), row.getString(2)), row.getInt(3)))
        .forEach(entry -> current.put(entry.getKey(), entry.getValue()));
    return current;
  }

  /**
   * The same as they were when a delivery was the newest. What a vintage says of its first known-at
   * is lowered in place by later deliveries, so it is taken from the arrivals.
   */
  List<Vintage> knownUpTo(long delivery, String series, long asOf, SourceRanking ranking) {
    return handle
        .createQuery(
            "select v.id, v.series, v.source, v.number, min(a.first_known) as first_known"
                + " from vintage v join arrival a on a.vintage = v.id"
                + " where v.series = :series and a.delivery <= :delivery"
                + " group by v.id, v.series, v.source, v.number"
                + " having min(a.first_known) <= :asOf")
        .bind("series", series)
        .bind("delivery", delivery)
        .bind("asOf", asOf)
        .map(ROW)
        .stream()
        .sorted(best(ranking))
        .toList();
  }

  private static Comparator<Vintage> best(SourceRanking ranking) {
    return Comparator.comparing(Vintage::source, ranking.order())
        .thenComparing(Comparator.comparingInt(Vintage::number).reversed());
  }

  /** The earliest known-at of any observation of these series. */
  Optional<Long> earliestKnown(Collection<String> seriesNames) {
    return Lists.bind(
            handle.createQuery("select min(first_known) from vintage where series in (<series>)"),
            "series",
            seriesNames)
        .mapTo(Long.class)
        .findOne();
  }
}

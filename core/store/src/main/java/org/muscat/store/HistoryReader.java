package org.muscat.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.muscat.spi.Inputs;

/** Reads a history, inside one read transaction. */
final class HistoryReader {

  /** A limit that limits nothing. */
  static final long ALL_DELIVERIES = Long.MAX_VALUE;

  /** From so many series on, one question about all is sooner answered than one about each. */
  private static final int MANY = 8;

  private final Handle handle;
  private final Instant since;
  private final Instant until;
  private final long untilMillis;
  private final List<VintageBreak> breaks;
  private final long limit;
  private final long stamp;

  /**
   * A reader of one history.
   *
   * @param since the earliest moment that the history is to answer for, or {@link Instant#MIN}
   * @param limit the last delivery that is read, or {@link #ALL_DELIVERIES}. A version that was put
   *     back says who brought it first, and may be read though it was stored after the limit: it
   *     only repeats what that delivery said, as what it was put back behind is not read
   */
  HistoryReader(Handle handle, Instant since, Instant until, long limit) {
    this.handle = handle;
    this.since = since;
    this.until = until;
    this.untilMillis = Times.atOrBefore(until);
    this.limit = limit;
    this.stamp = Math.min(limit, Store.stamp(handle));
    this.breaks = new Breaks(handle).upTo(limit);
  }

  History read(Collection<Inputs.Input> inputs, SourceRanking ranking) throws SQLException {
    return history(told(froms(inputs), ranking), ranking);
  }

  /** All of the same series. */
  History readWhole(History part) throws SQLException {
    Map<String, Long> froms = new HashMap<>();
    part.series().keySet().forEach(series -> froms.put(series, Long.MIN_VALUE));
    return history(told(froms, part.ranking()), part.ranking());
  }

  /** What was read before, with more series, and those anew that something arrived for since. */
  History readAgain(History before, Collection<Inputs.Input> more) throws SQLException {
    Map<String, Long> unread = froms(more);
    unread
        .entrySet()
        .removeIf(
            entry -> {
              History.Told told = before.series().get(entry.getKey());
              return told != null && told.from() <= entry.getValue();
            });
    if (stamp != before.stamp()) {
      for (String series : new Arrivals(handle).seriesSince(before.stamp())) {
        History.Told told = before.series().get(series);
        if (told != null) {
          unread.merge(series, told.from(), Math::min);
        }
      }
    } else if (unread.isEmpty()) {
      return before;
    }
    Map<String, History.Told> bySeries = new HashMap<>(before.series());
    bySeries.putAll(told(unread, before.ranking()));
    return history(bySeries, before.ranking());
  }

  private History history(Map<String, History.Told> bySeries, SourceRanking ranking) {
    return new History(since, until, limit, stamp, ranking, bySeries);
  }

  /** From where each series is read, for the longest look-back at it. */
  private Map<String, Long> froms(Collection<Inputs.Input> inputs) {
    Map<String, Long> froms = new LinkedHashMap<>();
    for (Inputs.Input input : inputs) {
      froms.merge(input.series(), History.from(since, input), Math::min);
    }
    return froms;
  }

  private Map<String, History.Told> told(Map<String, Long> froms, SourceRanking ranking)
      throws SQLException {
    Map<String, History.Told> told = new HashMap<>();
    Function<String, List<Vintage>> known = known(froms.keySet(), ranking);
    for (Map.Entry<String, Long> entry : froms.entrySet()) {
      List<VintageHistory> histories = new ArrayList<>();
      for (Vintage vintage : known.apply(entry.getKey())) {
        histories.add(read(vintage, entry.getValue()));
      }
      told.put(entry.getKey(), new History.Told(entry.getValue(), List.copyOf(histories)));
    }
    return told;
  }

  private Function<String, List<Vintage>> known(Collection<String> series, SourceRanking ranking) {
    Vintages vintages = new Vintages(handle);
    if (limit != ALL_DELIVERIES) {
      return name -> vintages.knownUpTo(limit, name, untilMillis, ranking);
    }
    if (series.size() < MANY) {
      return name -> vintages.known(name, untilMillis, ranking);
    }
    Map<String, List<Vintage>> known = vintages.known(series, untilMillis, ranking);
    return name -> known.getOrDefault(name, List.of());
  }

  private VintageHistory read(Vintage vintage, long from) throws SQLException {
    PointChanges.Collector points = new PointChanges.Collector();
    EventVersions.Collector events = new EventVersions.Collector();
    try (PreparedStatement query =
        handle
            .getConnection()
            .prepareStatement(
                "select "
                    + VersionRow.COLUMNS
                    + " from observation where vintage = ? and observed >= ? and known <= ?"
                    + " and delivery <= ?"
                    + " order by observed, event_key, known")) {
      query.setLong(1, vintage.id());
      query.setLong(2, from);
      query.setLong(3, untilMillis);
      query.setLong(4, limit);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Identity identity = VersionRow.identity(row);
          Version version = VersionRow.version(row, identity);
          if (identity.key().isEmpty()) {
            points.add(
                identity.observed(), version.known(), version.content().value(), version.basis());
          } else {
            events.add(identity, version);
          }
        }
      }
    }
    return new VintageHistory(
        vintage,
        new Sheets(vintage.series(), points.changes()),
        events.versions(),
        Breaks.after(breaks, vintage));
  }
}

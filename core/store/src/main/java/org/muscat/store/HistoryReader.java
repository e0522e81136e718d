package org.muscat.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.muscat.spi.Inputs;

/** Reads a history, inside one read transaction. */
final class HistoryReader {

  /** A limit that limits nothing. */
  static final long ALL_DELIVERIES = Long.MAX_VALUE;

  private final Handle handle;
  private final Instant until;
  private final long untilMillis;
  private final List<VintageBreak> breaks;
  private final long limit;
  private final long stamp;

  /**
   * A reader of one history.
   *
   * @param limit the last delivery that is read, or {@link #ALL_DELIVERIES}. A version that was put
   *     back says who brought it first, and may be read though it was stored after the limit: it
   *     only repeats what that delivery said, as what it was put back behind is not read
   */
  HistoryReader(Handle handle, Instant until, long limit) {
    this.handle = handle;
    this.until = until;
    this.untilMillis = Times.atOrBefore(until);
    this.limit = limit;
    this.stamp = Math.min(limit, Store.stamp(handle));
    this.breaks = new Breaks(handle).upTo(limit);
  }

  History read(Collection<Inputs.Input> inputs, SourceRanking ranking) throws SQLException {
    Map<String, List<VintageHistory>> bySeries = new HashMap<>();
    for (Inputs.Input input : inputs) {
      if (!bySeries.containsKey(input.series())) {
        bySeries.put(input.series(), vintages(input.series(), ranking));
      }
    }
    return new History(until, limit, stamp, ranking, bySeries);
  }

  /** What was read before, with more series, and those anew that something arrived for since. */
  History readAgain(History before, Collection<Inputs.Input> more) throws SQLException {
    Set<String> unread = new LinkedHashSet<>();
    more.forEach(input -> unread.add(input.series()));
    unread.removeAll(before.series().keySet());
    if (stamp != before.stamp()) {
      List<String> changed = new ArrayList<>(new Arrivals(handle).seriesSince(before.stamp()));
      changed.retainAll(before.series().keySet());
      unread.addAll(changed);
    } else if (unread.isEmpty()) {
      return before;
    }
    Map<String, List<VintageHistory>> bySeries = new HashMap<>(before.series());
    for (String series : unread) {
      bySeries.put(series, vintages(series, before.ranking()));
    }
    return new History(until, limit, stamp, before.ranking(), bySeries);
  }

  private List<VintageHistory> vintages(String series, SourceRanking ranking) throws SQLException {
    List<VintageHistory> histories = new ArrayList<>();
    for (Vintage vintage : known(series, ranking)) {
      histories.add(read(vintage));
    }
    return List.copyOf(histories);
  }

  private List<Vintage> known(String series, SourceRanking ranking) {
    Vintages vintages = new Vintages(handle);
    return limit == ALL_DELIVERIES
        ? vintages.known(series, untilMillis, ranking)
        : vintages.knownUpTo(limit, series, untilMillis, ranking);
  }

  private VintageHistory read(Vintage vintage) throws SQLException {
    PointChanges.Collector points = new PointChanges.Collector();
    EventVersions.Collector events = new EventVersions.Collector();
    try (PreparedStatement query =
        handle
            .getConnection()
            .prepareStatement(
                "select "
                    + VersionRow.COLUMNS
                    + " from observation where vintage = ? and known <= ? and delivery <= ?"
                    + " order by observed, event_key, known")) {
      query.setLong(1, vintage.id());
      query.setLong(2, untilMillis);
      query.setLong(3, limit);
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

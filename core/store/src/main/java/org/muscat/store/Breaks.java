package org.muscat.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of vintage breaks, inside one transaction. */
final class Breaks {

  private static final String COLUMNS =
      "source, number, instance, series, overlapping, changed, detected";

  private static final RowMapper<VintageBreak> ROW =
      (row, context) ->
          new VintageBreak(
              row.getString("source"),
              row.getInt("number"),
              row.getString("instance"),
              row.getString("series"),
              row.getLong("overlapping"),
              row.getLong("changed"),
              Instant.ofEpochMilli(row.getLong("detected")));

  private final Handle handle;

  Breaks(Handle handle) {
    this.handle = handle;
  }

  /** As a delivery of its own, so that whoever follows the deliveries sees it. */
  void add(List<VintageBreak> seen) {
    List<VintageBreak> known = all();
    List<VintageBreak> fresh =
        seen.stream().filter(one -> known.stream().noneMatch(old -> isSame(one, old))).toList();
    if (fresh.isEmpty()) {
      return;
    }
    long delivery = Deliveries.record(handle, Times.atOrAfter(fresh.get(0).detectedAt()), null);
    fresh.forEach(one -> insert(one, delivery));
  }

  private static boolean isSame(VintageBreak one, VintageBreak other) {
    return one.origin().equals(other.origin()) && one.number() == other.number();
  }

  private void insert(VintageBreak seen, long delivery) {
    long detected = Times.atOrAfter(seen.detectedAt());
    handle
        .createUpdate(
            "insert into vintage_break ("
                + COLUMNS
                + ", delivery) values (:source, :number, :instance, :series, :overlapping,"
                + " :changed, :detected, :delivery)")
        .bind("source", seen.source())
        .bind("number", seen.number())
        .bind("instance", seen.instance())
        .bind("series", seen.series())
        .bind("overlapping", seen.overlapping())
        .bind("changed", seen.changed())
        .bind("detected", detected)
        .bind("delivery", delivery)
        .execute();
    Arrivals arrivals = new Arrivals(handle);
    for (Vintage vintage : new Vintages(handle).of(seen.origin())) {
      arrivals.add(vintage, delivery, detected);
    }
  }

  /** Those that a feed saw, the oldest first. */
  List<VintageBreak> of(String instance) {
    return all().stream().filter(seen -> seen.instance().equals(instance)).toList();
  }

  /** All of them, the oldest first. There are few: one for each time that a series did this. */
  List<VintageBreak> all() {
    return handle
        .createQuery(
            "select " + COLUMNS + " from vintage_break order by detected, source, series, number")
        .map(ROW)
        .list();
  }

  /** All that were written down when a delivery was the newest, the oldest first. */
  List<VintageBreak> upTo(long delivery) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from vintage_break where delivery <= :delivery"
                + " order by detected, source, series, number")
        .bind("delivery", delivery)
        .map(ROW)
        .list();
  }

  /** The one that made a vintage suspect. */
  static Optional<VintageBreak> after(List<VintageBreak> all, Vintage vintage) {
    return all.stream()
        .filter(seen -> seen.source().equals(vintage.source()))
        .filter(seen -> seen.series().equals(vintage.series()))
        .filter(seen -> seen.number() > vintage.number())
        .findFirst();
  }
}

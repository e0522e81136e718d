package org.muscat.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of arrivals: what each delivery brought to each vintage, inside one transaction. */
final class Arrivals {

  private final Handle handle;

  Arrivals(Handle handle) {
    this.handle = handle;
  }

  /** Remembers the earliest known-at of what a delivery stored. */
  void add(Vintage vintage, long delivery, long firstKnown) {
    handle
        .createUpdate(
            "insert into arrival (vintage, delivery, first_known)"
                + " values (:vintage, :delivery, :firstKnown)")
        .bind("vintage", vintage.id())
        .bind("delivery", delivery)
        .bind("firstKnown", firstKnown)
        .execute();
  }

  /** The earliest known-at, of any of these series, among all that came after a delivery. */
  Optional<Long> earliestKnownSince(long stamp, Collection<String> seriesNames) {
    return Lists.bind(
            handle.createQuery(
                "select min(a.first_known) from vintage v join arrival a on a.vintage = v.id"
                    + " where v.series in (<series>) and a.delivery > :stamp"),
            "series",
            seriesNames)
        .bind("stamp", stamp)
        .mapTo(Long.class)
        .findOne();
  }

  /** The series for which anything came after a delivery. */
  List<String> seriesSince(long stamp) {
    return handle
        .createQuery(
            "select distinct v.series from arrival a join vintage v on v.id = a.vintage"
                + " where a.delivery > :stamp")
        .bind("stamp", stamp)
        .mapTo(String.class)
        .list();
  }
}

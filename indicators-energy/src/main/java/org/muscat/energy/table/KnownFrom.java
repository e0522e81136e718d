package org.muscat.energy.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * From when the values of a series count as known. Nothing counts as known on its own day, nor
 * later than it was fetched.
 */
final class KnownFrom {

  private final Wanted column;
  private final boolean assumed;
  private final Instant now;

  /**
   * A rule.
   *
   * @param assumed whether values without a publication date count as known after the lag; else
   *     they are known from the fetch on
   * @param now the moment of the fetch
   */
  KnownFrom(Wanted column, boolean assumed, Instant now) {
    this.column = column;
    this.assumed = assumed;
    this.now = now;
  }

  Observation observation(Cells.Cell cell) {
    Instant observedAt = start(cell.day());
    Observation point = Observation.point(column.series(), observedAt, cell.value());
    if (cell.published().isPresent()) {
      // The publisher tells the day, not the hour: it may have been the last one.
      return known(point, start(cell.published().get().plusDays(1)), KnownBasis.PUBLISHED);
    }
    return assumed
        ? known(point, start(column.publication(cell.day())), KnownBasis.ASSUMED)
        : point;
  }

  private Observation known(Observation point, Instant moment, KnownBasis basis) {
    return moment.isAfter(now) ? point : point.knownAt(moment, basis);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

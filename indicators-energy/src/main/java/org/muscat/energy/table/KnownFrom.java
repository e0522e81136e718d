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
   * @param assumed whether values without a publication date count as published after the lag; else
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
      return known(point, endOf(cell.published().get()), KnownBasis.PUBLISHED);
    }
    return assumed
        ? known(point, endOf(column.publication(cell.day())), KnownBasis.ASSUMED)
        : point;
  }

  private Observation known(Observation point, Instant moment, KnownBasis basis) {
    return moment.isAfter(now) ? point : point.knownAt(moment, basis);
  }

  /** Of a publication the day is told or assumed, not the hour: it may have been the last one. */
  private static Instant endOf(LocalDate day) {
    return start(day.plusDays(1));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

package org.muscat.energy.table;

import java.time.LocalDate;
import java.util.Optional;
import org.muscat.spi.FeedException;

/** Asks a publisher for tables. For the thread of the feed. */
public interface TableSource {

  /**
   * Asks for a table and hands over what stands in it.
   *
   * @param from the first day that is wanted; more may be given. Empty for the whole history
   * @param cells gets the values and the rows that cannot be read
   * @throws FeedException if there is no such table in the answer
   */
  void read(Table table, Optional<LocalDate> from, Cells cells)
      throws FeedException, InterruptedException;

  /** Where a table is, for messages; without secrets. */
  String where(Table table);
}

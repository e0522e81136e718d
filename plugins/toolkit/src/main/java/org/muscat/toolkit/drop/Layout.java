package org.muscat.toolkit.drop;

import java.util.List;
import org.muscat.spi.Observation;

/** What the files of a folder look like: a header, then rows. */
@FunctionalInterface
public interface Layout {

  /**
   * Begins a file.
   *
   * @param header the cells of its first line that is not blank
   * @return reads its rows, one after the other
   * @throws IllegalArgumentException if files of this layout have another header; says what is
   *     wrong and what is allowed. The file is refused then
   */
  Rows open(List<String> header);

  /** Reads the rows of one file, in their order, on one thread. */
  interface Rows {

    /**
     * Reads one row.
     *
     * @param line counted from 1
     * @param cells as they stand, not stripped; of any number
     * @return what it says; may be empty for a row that only counts
     * @throws IllegalArgumentException if it cannot be read; says which value and what was expected
     */
    List<Observation> read(long line, List<String> cells);

    /** What all rows say together, once they were read. */
    default List<Observation> end() {
      return List.of();
    }
  }
}

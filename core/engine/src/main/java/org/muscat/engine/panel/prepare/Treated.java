package org.muscat.engine.panel.prepare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.Panel;

/**
 * A panel without outliers, and what was done to it.
 *
 * @param panel the values
 * @param reports one for each column, in order
 * @param marks one for each value that was winsorised, and one for each of a column of which the
 *     logarithm was taken
 */
public record Treated(Panel panel, List<Report> reports, List<Mark> marks) {

  /** Copies the lists. */
  public Treated {
    reports = List.copyOf(reports);
    marks = List.copyOf(marks);
  }

  /** What was done to a value. */
  public enum Kind {
    /** It was high and took the value of the next lower one. */
    WINSORISED_HIGH,
    /** It was low and took the value of the next higher one. */
    WINSORISED_LOW,
    /** It became a logarithm. */
    LOGARITHM
  }

  /** A value that was changed. */
  public record Mark(String unit, String column, Kind kind) {}

  /**
   * What was done to a column.
   *
   * @param before its shape as it came
   * @param winsorised its shape after winsorising; null if that was not needed
   * @param winsorisedPoints how many points differ for having been winsorised in the result
   * @param logarithm whether the result is the logarithm of the column
   * @param after the shape of the result; it may still be outlying
   */
  public record Report(
      String column,
      Shape before,
      @Nullable Shape winsorised,
      int winsorisedPoints,
      boolean logarithm,
      Shape after) {}
}

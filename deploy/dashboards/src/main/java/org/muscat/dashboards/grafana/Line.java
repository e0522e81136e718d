package org.muscat.dashboards.grafana;

/**
 * How one line of several is drawn.
 *
 * @param series the legend of the line
 * @param fillTo the legend of the line to which it is filled; empty for none
 */
public record Line(String series, Color color, int width, boolean dashed, String fillTo) {

  /** A line that stands out. */
  public static Line main(String series, Color color) {
    return new Line(series, color, 2, false, "");
  }

  /** A line of its own colour. */
  public static Line thin(String series, Color color) {
    return new Line(series, color, 1, false, "");
  }

  /** A dashed line. */
  public static Line dashed(String series, Color color) {
    return new Line(series, color, 1, true, "");
  }

  /** An edge of a band that is filled to the other edge. */
  public static Line band(String series, Color color, String other) {
    return new Line(series, color, 0, false, other);
  }
}

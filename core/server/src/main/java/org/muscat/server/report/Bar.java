package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;

/** A small bar beside a number, which says the same. */
final class Bar {

  private static final double WIDTH = 200;
  private static final double HEIGHT = 12;

  private Bar() {}

  /**
   * A bar that goes left from the middle for what is negative, and right for what is positive.
   *
   * @param most the size of the longest bar
   */
  static Markup signed(double value, double most) {
    double length = most > 0 ? WIDTH / 2 * Math.min(1, Math.abs(value) / most) : 0;
    double middle = WIDTH / 2;
    return element(
        "svg",
        kind("bar"),
        attribute("viewBox", "0 0 200 12"),
        attribute("aria-hidden", "true"),
        element(
            "rect",
            kind(value < 0 ? "down" : "up"),
            attribute("x", value < 0 ? middle - length : middle),
            attribute("y", 1),
            attribute("width", length),
            attribute("height", HEIGHT - 2)),
        line(middle));
  }

  private static Markup line(double x) {
    return element(
        "line",
        kind("axis"),
        attribute("x1", x),
        attribute("x2", x),
        attribute("y1", 0),
        attribute("y2", HEIGHT));
  }
}

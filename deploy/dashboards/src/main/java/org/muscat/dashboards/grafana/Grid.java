package org.muscat.dashboards.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives panels their places, one after the other. For one dashboard and one thread. */
final class Grid {

  private int x;
  private int y;
  private int tallest;

  /** A heading over the whole width. */
  ObjectNode line() {
    feed();
    ObjectNode place = place(0, new Size(Size.COLUMNS, 1));
    y++;
    return place;
  }

  /** Beside what came before, or below it if there is no room. */
  ObjectNode place(Size size) {
    if (x + size.width() > Size.COLUMNS) {
      feed();
    }
    ObjectNode place = place(x, size);
    x += size.width();
    tallest = Math.max(tallest, size.height());
    return place;
  }

  private ObjectNode place(int left, Size size) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("h", size.height())
        .put("w", size.width())
        .put("x", left)
        .put("y", y);
  }

  private void feed() {
    x = 0;
    y += tallest;
    tallest = 0;
  }
}

package org.muscat.dashboards.grafana;

import java.util.List;

/** Panels under one heading, from the left to the right and then below. */
public record Row(String title, List<Panel> panels) {

  public Row {
    panels = List.copyOf(panels);
  }

  public static Row of(String title, Panel... panels) {
    return new Row(title, List.of(panels));
  }
}

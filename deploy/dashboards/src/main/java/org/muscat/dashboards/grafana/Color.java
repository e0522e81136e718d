package org.muscat.dashboards.grafana;

/** The colours of Grafana's palette that the dashboards use. */
public enum Color {
  GREEN("green"),
  YELLOW("yellow"),
  ORANGE("orange"),
  RED("red"),
  DARK_RED("dark-red"),
  BLUE("blue"),
  PURPLE("purple"),
  /** Of the demo, and of nothing else. */
  MAGENTA("#d6249f"),
  GREY("#808080");

  private final String id;

  Color(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}

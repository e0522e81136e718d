package org.muscat.dashboards.grafana;

/**
 * How much room a panel takes.
 *
 * @param width in columns, of which a dashboard has 24
 * @param height in lines of 30 pixels
 */
public record Size(int width, int height) {

  static final int COLUMNS = 24;

  public Size {
    if (width < 1 || width > COLUMNS || height < 1) {
      throw new IllegalArgumentException("no panel is " + width + " by " + height);
    }
  }
}

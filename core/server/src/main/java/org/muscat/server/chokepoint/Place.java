package org.muscat.server.chokepoint;

import java.util.Map;

/**
 * Where something is, in degrees.
 *
 * @param latitude from -90 to 90, north is positive
 * @param longitude from -180 to 180, east is positive
 */
record Place(double latitude, double longitude) {

  private static final double MOST_NORTH = 90;

  /** Some count to the east all the way round. */
  private static final double MOST_EAST = 360;

  /**
   * The place that the texts {@code latitude} and {@code longitude} tell.
   *
   * @param texts facts of a reading or attributes of an event
   * @throws IllegalArgumentException if they tell none; the message says why
   */
  static Place of(Map<String, String> texts) {
    return new Place(
        degrees("latitude", texts, MOST_NORTH),
        Math.IEEEremainder(degrees("longitude", texts, MOST_EAST), MOST_EAST));
  }

  private static double degrees(String name, Map<String, String> texts, double most) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("nothing tells its " + name);
    }
    double degrees = number(text);
    if (!(Math.abs(degrees) <= most)) {
      throw new IllegalArgumentException(
          "its %s '%s' is not a number from -%.0f to %.0f".formatted(name, text, most, most));
    }
    return degrees;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

package org.muscat.spi;

import java.time.Instant;
import java.util.Map;

/**
 * An event as it was known at the moment of a view.
 *
 * @param key names the event inside its series
 * @param observedAt when it happened: a moment, or the start of its day (UTC)
 * @param knownAt when this version of it could first be known
 * @param type a word of the series' coding manual
 * @param value a number that the series gives a meaning to, finite
 * @param attributes small facts, ordered by name
 */
public record Event(
    String key,
    Instant observedAt,
    Instant knownAt,
    String type,
    double value,
    Map<String, String> attributes) {

  /**
   * An attribute as a number.
   *
   * @throws IllegalArgumentException if there is no such attribute or it is not a number
   */
  public double number(String attribute) {
    String text = attributes.get(attribute);
    if (text == null) {
      throw new IllegalArgumentException(
          "event '" + key + "' has no attribute '" + attribute + "'");
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "attribute '" + attribute + "' of event '" + key + "' is '" + text + "', not a number",
          e);
    }
  }
}

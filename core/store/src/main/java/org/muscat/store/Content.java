package org.muscat.store;

import java.util.Map;
import org.muscat.spi.Observation;

/**
 * What an observation says.
 *
 * @param type empty for a point
 * @param attributes as {@link Text} encodes them
 */
record Content(double value, String type, String attributes) {

  static Content of(Observation observation) {
    // A database may not keep the sign of zero: -0.0 becomes 0.0 before anything is compared.
    return new Content(
        observation.value() + 0.0, observation.type(), Text.encode(observation.attributes()));
  }

  @Override
  public String toString() {
    if (type.isEmpty()) {
      return Double.toString(value);
    }
    Map<String, String> facts = Text.decodeAttributes(attributes);
    return type + " " + value + (facts.isEmpty() ? "" : " " + facts);
  }
}

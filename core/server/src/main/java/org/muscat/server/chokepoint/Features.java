package org.muscat.server.chokepoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muscat.server.chokepoint.ChokepointsDocument.Feature;
import org.muscat.server.chokepoint.ChokepointsDocument.Properties;
import org.muscat.server.chokepoint.ChokepointsDocument.Unplaced;

/** Collects what has a place, and what has none. Not safe for several threads. */
final class Features {

  private final List<Feature> placed = new ArrayList<>();
  private final List<Unplaced> unplaced = new ArrayList<>();

  /**
   * Adds a feature.
   *
   * @param texts that may tell its latitude and longitude
   */
  void add(String id, Map<String, String> texts, Properties properties) {
    try {
      placed.add(Feature.of(id, Place.of(texts), properties));
    } catch (IllegalArgumentException e) {
      addUnplaced(id, String.valueOf(e.getMessage()), properties);
    }
  }

  /**
   * Adds what would be a feature.
   *
   * @param reason why it is none
   */
  void addUnplaced(String id, String reason, Properties properties) {
    unplaced.add(new Unplaced(id, reason, properties));
  }

  List<Feature> placed() {
    return placed;
  }

  List<Unplaced> unplaced() {
    return unplaced;
  }
}

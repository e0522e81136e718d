package org.muscat.maritime.ais;

import java.util.List;
import org.muscat.maritime.geo.Position;

/**
 * A box of sea that ships pass.
 *
 * @param southWest one corner
 * @param northEast the other, further north and further east
 */
record Gate(Position southWest, Position northEast) {

  Gate {
    if (southWest.latitude() >= northEast.latitude()
        || southWest.longitude() >= northEast.longitude()) {
      throw new IllegalArgumentException(
          "must be [south, west, north, east] in degrees, the north above the south and the east"
              + " above the west");
    }
  }

  /**
   * A gate of an option.
   *
   * @throws IllegalArgumentException if these are not four degrees of a box
   */
  static Gate of(List<Double> degrees) {
    if (degrees.size() != 4) {
      throw new IllegalArgumentException(
          "has " + degrees.size() + " numbers; it needs [south, west, north, east] in degrees");
    }
    return new Gate(
        new Position(degrees.get(0), degrees.get(1)), new Position(degrees.get(2), degrees.get(3)));
  }

  boolean holds(Position position) {
    return position.latitude() >= southWest.latitude()
        && position.latitude() <= northEast.latitude()
        && position.longitude() >= southWest.longitude()
        && position.longitude() <= northEast.longitude();
  }
}

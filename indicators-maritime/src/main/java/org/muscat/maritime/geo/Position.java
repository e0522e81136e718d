package org.muscat.maritime.geo;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

/**
 * A point on the Earth. Immutable.
 *
 * @param latitude in degrees, [-90, 90], north positive
 * @param longitude in degrees, [-180, 180], east positive
 */
public record Position(double latitude, double longitude) {

  /** The mean radius of the Earth (IUGG). */
  private static final double EARTH_KILOMETRES = 6_371.0088;

  /**
   * A point.
   *
   * @throws IllegalArgumentException if it is not on the Earth
   */
  public Position {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("latitude " + latitude + " is not in [-90, 90] degrees");
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "longitude " + longitude + " is not in [-180, 180] degrees");
    }
  }

  /**
   * The distance along a great circle, in kilometres, on a sphere: within 0.6 % of the one on the
   * ellipsoid.
   */
  public double kilometresTo(Position other) {
    double north = sin(toRadians(other.latitude - latitude) / 2);
    double east = sin(toRadians(other.longitude - longitude) / 2);
    double haversine =
        north * north + cos(toRadians(latitude)) * cos(toRadians(other.latitude)) * east * east;
    return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}

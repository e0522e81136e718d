package org.muscat.server.chokepoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Straits and incidents as a FeatureCollection of GeoJSON (RFC 7946). Beside its features it has
 * members of its own: nothing that is known is left out without a word.
 *
 * @param type always {@code FeatureCollection}
 * @param asOf the moment that it speaks of
 * @param features straits in the order of the theatres, then incidents by reporter and age, the
 *     oldest first
 * @param unplaced what would be a feature if it told where it is
 * @param withheld how many incidents of which reporter may not be passed on
 */
public record ChokepointsDocument(
    String type,
    String asOf,
    List<Feature> features,
    List<Unplaced> unplaced,
    List<Withheld> withheld) {

  public ChokepointsDocument {
    features = List.copyOf(features);
    unplaced = List.copyOf(unplaced);
    withheld = List.copyOf(withheld);
  }

  /**
   * A strait or an incident.
   *
   * @param type always {@code Feature}
   * @param id unique among the features and what is unplaced
   */
  public record Feature(String type, String id, Point geometry, Properties properties) {

    static Feature of(String id, Place place, Properties properties) {
      return new Feature("Feature", id, Point.of(place), properties);
    }
  }

  /**
   * A geometry.
   *
   * @param type always {@code Point}
   * @param coordinates longitude, then latitude, in degrees
   */
  public record Point(String type, List<Double> coordinates) {

    static Point of(Place place) {
      return new Point("Point", List.of(place.longitude(), place.latitude()));
    }
  }

  /** What is said of a feature. */
  public sealed interface Properties permits Strait, Incident {}

  /**
   * The word of a status indicator for a strait.
   *
   * @param kind always {@code chokepoint}
   * @param id of the status indicator in its place
   * @param indicator the kind of it
   * @param title of the theatre
   * @param demo whether the theatre is the demo, which speaks of the past
   * @param status null while it is not known
   * @param knownAt when the data of {@code observedAt} became known
   * @param ageSeconds from {@code observedAt} to the as-of moment
   * @param quality ok, stale, partial, missing or suspect
   * @param reason why it is not ok; empty if it is
   */
  public record Strait(
      String kind,
      String theatre,
      String id,
      String indicator,
      String title,
      boolean demo,
      @Nullable String status,
      @Nullable String since,
      @Nullable Double value,
      String unit,
      @Nullable String observedAt,
      @Nullable String knownAt,
      @Nullable Long ageSeconds,
      String quality,
      String reason)
      implements Properties {}

  /**
   * A report of an incident.
   *
   * @param kind always {@code incident}
   * @param key of the report, unique for its reporter
   * @param weight that its series gives to the type
   * @param ageSeconds from {@code observedAt} to the as-of moment
   */
  public record Incident(
      String kind,
      String reporter,
      String key,
      String type,
      double weight,
      @Nullable String title,
      @Nullable String subregion,
      @Nullable String aggressor,
      @Nullable String victim,
      String observedAt,
      String knownAt,
      long ageSeconds)
      implements Properties {}

  /**
   * What has no place on the map.
   *
   * @param reason why not
   */
  public record Unplaced(String id, String reason, Properties properties) {}

  /**
   * Incidents that are known and not passed on.
   *
   * @param reason why not
   */
  public record Withheld(String reporter, int count, String reason) {}
}

package org.muscat.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a source said: a <em>point</em> (series, observed-at, value) or an <em>event</em>
 * (the same with a key that names it, a type and small attributes). Immutable.
 *
 * <p>A later observation of the same series, key and observed-at revises the earlier one; the
 * earlier one stays in the store. The value is in the unit of the series and always finite: what is
 * missing is not observed at all.
 */
public final class Observation {

  private final String series;
  private final String key;
  private final String type;
  private final Instant observedAt;
  private final double value;
  private final Map<String, String> attributes;
  private final @Nullable Instant knownAt;
  private final KnownBasis knownBasis;
  private final @Nullable String source;

  private Observation(
      String series,
      String key,
      String type,
      Instant observedAt,
      double value,
      Map<String, String> attributes,
      @Nullable Instant knownAt,
      KnownBasis knownBasis,
      @Nullable String source) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value of " + series + " at " + observedAt + " is " + value + "; leave it out instead");
    }
    this.series = Ids.requireSeriesName(series);
    this.key = key;
    this.type = type;
    this.observedAt = Ids.requirePresent("observed-at of " + series, observedAt);
    this.value = value;
    this.attributes = attributes;
    this.knownAt = knownAt;
    this.knownBasis = Ids.requirePresent("known-basis of " + series, knownBasis);
    this.source = source;
  }

  /**
   * A point, known from the moment of the fetch on.
   *
   * @throws IllegalArgumentException if the series name is malformed or the value is not finite
   * @throws NullPointerException if the moment is null
   */
  public static Observation point(String series, Instant observedAt, double value) {
    return new Observation(
        series, "", "", observedAt, value, Map.of(), null, KnownBasis.FETCHED, null);
  }

  /**
   * An event, known from the moment of the fetch on.
   *
   * @param key names the event inside its series, as its source does, whatever characters it has; a
   *     later event with this key and observed-at revises it
   * @param type a word of the series' coding manual
   * @param value a number that the series gives a meaning to, such as a level or a count
   * @param attributes small facts, such as actors or source ids; kept in the order of their names
   * @throws IllegalArgumentException if a name is malformed or blank, or the value is not finite
   * @throws NullPointerException if the moment, or a name or text of the attributes, is null
   */
  public static Observation event(
      String series,
      String key,
      Instant observedAt,
      String type,
      double value,
      Map<String, String> attributes) {
    return new Observation(
        series,
        Ids.requireText("event key", key),
        Ids.requireText("event type", type),
        observedAt,
        value,
        facts(series, attributes),
        null,
        KnownBasis.FETCHED,
        null);
  }

  private static Map<String, String> facts(String series, Map<String, String> attributes) {
    Map<String, String> sorted = new TreeMap<>();
    attributes.forEach(
        (name, text) ->
            sorted.put(
                Ids.requirePresent("name of an attribute of " + series, name),
                Ids.requirePresent("attribute '" + name + "' of " + series, text)));
    return Collections.unmodifiableMap(sorted);
  }

  /**
   * The same observation with another moment from which it could be known.
   *
   * @param basis on what grounds
   * @throws IllegalArgumentException if the moment lies before observed-at: that would be
   *     look-ahead
   */
  public Observation knownAt(Instant moment, KnownBasis basis) {
    if (moment.isBefore(observedAt)) {
      throw new IllegalArgumentException(
          series + " at " + observedAt + " cannot be known before it happened, at " + moment);
    }
    return new Observation(series, key, type, observedAt, value, attributes, moment, basis, source);
  }

  /**
   * The same observation, said by a source of its own: for a feed that carries what several sources
   * say, such as a drop of files. The store keeps the sources of a series apart, and a model ranks
   * them.
   *
   * @param source lower-case words joined by hyphens, as the id of a feed
   * @throws IllegalArgumentException if the source is blank or otherwise malformed
   */
  public Observation from(String source) {
    return new Observation(
        series,
        key,
        type,
        observedAt,
        value,
        attributes,
        knownAt,
        knownBasis,
        Ids.requireId("source", source));
  }

  public String series() {
    return series;
  }

  /** Names an event inside its series; empty for a point. */
  public String key() {
    return key;
  }

  /** The type of an event; empty for a point. */
  public String type() {
    return type;
  }

  public boolean isEvent() {
    return !key.isEmpty();
  }

  /** The moment or the start of the day (UTC) that the value is about. */
  public Instant observedAt() {
    return observedAt;
  }

  /** In the unit of the series, finite. */
  public double value() {
    return value;
  }

  /** Facts of an event, ordered by name; empty for a point. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** When this could first be known; empty means the moment of the fetch. */
  public Optional<Instant> knownAt() {
    return Optional.ofNullable(knownAt);
  }

  public KnownBasis knownBasis() {
    return knownBasis;
  }

  /** Who said it; empty means whoever the feed itself speaks for. */
  public Optional<String> source() {
    return Optional.ofNullable(source);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Observation that
        && series.equals(that.series)
        && key.equals(that.key)
        && type.equals(that.type)
        && observedAt.equals(that.observedAt)
        && Double.compare(value, that.value) == 0
        && attributes.equals(that.attributes)
        && Objects.equals(knownAt, that.knownAt)
        && knownBasis == that.knownBasis
        && Objects.equals(source, that.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(series, key, observedAt, value);
  }

  @Override
  public String toString() {
    return series + (isEvent() ? "#" + key : "") + " " + observedAt + " = " + value;
  }
}

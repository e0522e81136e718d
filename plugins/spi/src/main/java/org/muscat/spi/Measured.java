package org.muscat.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measurement in the indicator's unit. Immutable; it cannot hold NaN or an infinity. The host
 * adds age and provenance.
 */
public final class Measured implements Reading {

  private final double value;
  private final Instant observedAt;
  private final @Nullable String caveat;
  private final Map<String, String> facts;

  private Measured(
      double value, Instant observedAt, @Nullable String caveat, Map<String, String> facts) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a reading cannot be " + value + "; say NoData instead");
    }
    this.value = value;
    this.observedAt = Ids.requirePresent("observed-at of a reading", observedAt);
    this.caveat = caveat;
    this.facts = facts;
  }

  /**
   * A measurement.
   *
   * @param value in the indicator's unit, finite
   * @param observedAt how recent its newest input is: the host takes its age from here
   * @throws IllegalArgumentException if the value is not finite
   * @throws NullPointerException if the moment is null
   */
  public static Measured of(double value, Instant observedAt) {
    return new Measured(value, observedAt, null, Map.of());
  }

  /**
   * The same measurement from less data than it wants; its quality becomes PARTIAL.
   *
   * @param reason not blank; a host may cut a long one off
   */
  public Measured partial(String reason) {
    return new Measured(value, observedAt, Ids.requireText("caveat", reason), facts);
  }

  /**
   * The same measurement with a fact beside the number, such as {@code frozen-since} or {@code
   * status}.
   *
   * @param name lower-case words joined by hyphens
   * @param text not null; a host may cut a long one off
   */
  public Measured fact(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(Ids.requireId("fact", name), Ids.requirePresent("text of fact " + name, text));
    return new Measured(value, observedAt, caveat, Collections.unmodifiableMap(more));
  }

  public double value() {
    return value;
  }

  public Instant observedAt() {
    return observedAt;
  }

  /** Why the measurement rests on less data than it wants, if it does. */
  public Optional<String> caveat() {
    return Optional.ofNullable(caveat);
  }

  /** In the order in which they were added. */
  public Map<String, String> facts() {
    return facts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Measured that
        && Double.compare(value, that.value) == 0
        && observedAt.equals(that.observedAt)
        && Objects.equals(caveat, that.caveat)
        && facts.equals(that.facts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, observedAt);
  }

  @Override
  public String toString() {
    return value + " at " + observedAt + (caveat == null ? "" : " (" + caveat + ")");
  }
}

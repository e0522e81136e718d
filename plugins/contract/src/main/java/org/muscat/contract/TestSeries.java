package org.muscat.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * What a test knows of one series. Moments are written in ISO form; a date stands for its start
 * (UTC). Unless {@link #knownAfter} says otherwise, a thing is known when it is observed.
 * Immutable; each method gives another.
 */
public final class TestSeries {

  private final String name;
  private final List<Observation> observations;

  private TestSeries(String name, List<Observation> observations) {
    this.name = name;
    this.observations = List.copyOf(observations);
  }

  /** A series of which nothing is known yet. */
  public static TestSeries series(String name) {
    return new TestSeries(name, List.of());
  }

  /** With a point. */
  public TestSeries at(String moment, double value) {
    return with(List.of(Observation.point(name, Moments.of(moment), value)));
  }

  /** With a point on each of a number of days, from this one on. */
  public TestSeries daily(String first, double... values) {
    return daily(first, values.length, day -> values[day]);
  }

  /**
   * With a point on each of a number of days, from this one on.
   *
   * @param value of the n-th day, the first being 0
   */
  public TestSeries daily(String first, int days, IntToDoubleFunction value) {
    Instant start = Moments.of(first);
    return with(
        IntStream.range(0, days)
            .mapToObj(
                day ->
                    Observation.point(
                        name, start.plus(Duration.ofDays(day)), value.applyAsDouble(day)))
            .toList());
  }

  /** With an event, see {@link Observation#event}. */
  public TestSeries event(
      String moment, String key, String type, double value, Map<String, String> attributes) {
    return with(List.of(Observation.event(name, key, Moments.of(moment), type, value, attributes)));
  }

  /** The same, with all there is so far known only a while after it was observed. */
  public TestSeries knownAfter(Duration lag) {
    return new TestSeries(
        name,
        observations.stream()
            .map(one -> one.knownAt(one.observedAt().plus(lag), KnownBasis.PUBLISHED))
            .toList());
  }

  /** In the order in which they were added. */
  public List<Observation> observations() {
    return observations;
  }

  private TestSeries with(List<Observation> more) {
    List<Observation> all = new ArrayList<>(observations);
    all.addAll(more);
    return new TestSeries(name, all);
  }
}

package org.muscat.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.spi.Event;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * Observations in memory, with as-of views over them: what a store is to a running Muscat, for the
 * test of an indicator. An observation without a known-at counts as known when it was observed; who
 * said it makes no difference, so a history holds one source of each series.
 */
public final class History {

  private final List<Observation> observations = new ArrayList<>();

  /** Adds observations, in any order. */
  public History add(Collection<Observation> more) {
    observations.addAll(more);
    return this;
  }

  /** Adds observations, in any order. */
  public History add(Observation... more) {
    return add(List.of(more));
  }

  /** The same history without one series, as if its source had never answered. */
  public History without(String series) {
    return new History()
        .add(observations.stream().filter(o -> !o.series().equals(series)).toList());
  }

  /** All observations, in the order in which they were added. */
  public List<Observation> observations() {
    return List.copyOf(observations);
  }

  /** Reads an indicator as of a moment, with just the inputs that it declares. */
  public <C extends Record> Reading read(IndicatorProvider<C> provider, C config, Instant asOf) {
    return provider.create(config).read(view(asOf, provider.inputs(config)));
  }

  /** The declared inputs as known at a moment. */
  public SeriesView view(Instant asOf, Inputs inputs) {
    Map<String, Inputs.Input> declared = new HashMap<>();
    inputs.all().forEach(input -> declared.put(input.series(), input));
    return new View(asOf, declared);
  }

  private static Instant knownAt(Observation observation) {
    return observation.knownAt().orElse(observation.observedAt());
  }

  /** What a later observation of the same series revises. */
  private record Identity(Instant observedAt, String key) implements Comparable<Identity> {

    @Override
    public int compareTo(Identity other) {
      int byTime = observedAt.compareTo(other.observedAt);
      return byTime != 0 ? byTime : key.compareTo(other.key);
    }
  }

  private final class View implements SeriesView {

    private final Instant asOf;
    private final Map<String, Inputs.Input> declared;

    View(Instant asOf, Map<String, Inputs.Input> declared) {
      this.asOf = asOf;
      this.declared = declared;
    }

    @Override
    public Instant asOf() {
      return asOf;
    }

    @Override
    public Series series(String name) {
      List<Observation> points = known(name).stream().filter(o -> !o.isEvent()).toList();
      return Series.of(
          name,
          points.stream().mapToLong(o -> o.observedAt().toEpochMilli()).toArray(),
          points.stream().mapToDouble(Observation::value).toArray());
    }

    @Override
    public List<Event> events(String name) {
      return known(name).stream()
          .filter(Observation::isEvent)
          .map(
              o ->
                  new Event(
                      o.key(), o.observedAt(), knownAt(o), o.type(), o.value(), o.attributes()))
          .toList();
    }

    private Collection<Observation> known(String name) {
      Inputs.Input input = declared.get(name);
      if (input == null) {
        throw new IllegalArgumentException("'" + name + "' is not among the declared inputs");
      }
      Map<Identity, Observation> latest = new TreeMap<>();
      observations.stream()
          .filter(o -> o.series().equals(name))
          .filter(o -> !knownAt(o).isAfter(asOf) && !o.observedAt().isAfter(asOf))
          .filter(o -> o.observedAt().isAfter(asOf.minus(input.lookBack())))
          .sorted(Comparator.comparing(History::knownAt))
          .forEach(o -> latest.put(new Identity(o.observedAt(), o.key()), o));
      return latest.values();
    }
  }
}

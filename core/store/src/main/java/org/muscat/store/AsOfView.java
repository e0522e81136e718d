package org.muscat.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muscat.spi.Event;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * A snapshot of the declared inputs as known at one moment, all of it from one read transaction.
 * Immutable; it does not need the store any more.
 */
public final class AsOfView implements SeriesView {

  /**
   * What was known of one input.
   *
   * @param provenance asked for when it is wanted: it looks at each observation
   * @param suspicion why its source is not to be believed just now
   */
  record Known(
      Series points,
      List<Event> events,
      Supplier<Optional<Provenance>> provenance,
      Optional<VintageBreak> suspicion) {

    static Known nothing(String series) {
      return new Known(Series.empty(series), List.of(), Optional::empty, Optional.empty());
    }
  }

  private final Instant asOf;
  private final Map<String, Known> bySeries;

  AsOfView(Instant asOf, Map<String, Known> bySeries) {
    this.asOf = asOf;
    this.bySeries = Map.copyOf(bySeries);
  }

  @Override
  public Instant asOf() {
    return asOf;
  }

  @Override
  public Series series(String name) {
    return known(name).points();
  }

  @Override
  public List<Event> events(String name) {
    return known(name).events();
  }

  /**
   * Where a declared input comes from.
   *
   * @return empty if nothing of it was known inside its look-back
   * @throws IllegalArgumentException if the series is not a declared input
   */
  public Optional<Provenance> provenance(String name) {
    return known(name).provenance().get();
  }

  /**
   * Why what a declared input shows is suspect: its source told its past anew, and had not been
   * read whole by then.
   *
   * @return empty if it is not
   * @throws IllegalArgumentException if the series is not a declared input
   */
  public Optional<VintageBreak> suspicion(String name) {
    return known(name).suspicion();
  }

  private Known known(String name) {
    Known known = bySeries.get(name);
    if (known == null) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is not among the declared inputs: "
              + bySeries.keySet().stream().sorted().toList());
    }
    return known;
  }
}

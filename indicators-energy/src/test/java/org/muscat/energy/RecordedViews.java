package org.muscat.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.testkit.Recorded;

/**
 * Quick as-of views over series that are never revised and become known in the order of their days:
 * for replays over years, which a {@code History} is too slow for.
 */
final class RecordedViews {

  private final Map<String, Series> bySeries = new HashMap<>();
  private final Map<String, long[]> knownAt = new HashMap<>();

  RecordedViews(List<List<Observation>> all) {
    for (List<Observation> points : all) {
      Series series =
          Series.of(
              points.get(0).series(),
              points.stream().mapToLong(point -> point.observedAt().toEpochMilli()).toArray(),
              points.stream().mapToDouble(Observation::value).toArray());
      bySeries.put(series.name(), series);
      knownAt.put(
          series.name(),
          points.stream()
              .mapToLong(point -> point.knownAt().orElseThrow().toEpochMilli())
              .toArray());
    }
  }

  /** All that the energy indicators read and that is recorded. */
  static RecordedViews all() {
    return new RecordedViews(
        List.of(
            RecordedPrices.brent(),
            RecordedPrices.wti(),
            RecordedPrices.henryHub(),
            RecordedPrices.ovx(),
            RecordedPrices.vix(),
            RecordedPrices.breakeven(),
            RecordedPrices.supplyChain(),
            RecordedPrices.gpr("gprd", "gpr/all")));
  }

  /** The readings about the days from one to another, each once, oldest first. */
  <C extends Record> List<Measured> replay(
      IndicatorProvider<C> provider, C config, String from, String to) {
    Indicator indicator = provider.create(config);
    Inputs inputs = provider.inputs(config);
    Instant first = Recorded.day(from);
    Instant last = Recorded.day(to);
    List<Measured> readings = new ArrayList<>();
    for (LocalDate day = LocalDate.parse(from);
        !day.isAfter(LocalDate.parse(to).plusDays(70));
        day = day.plusDays(1)) {
      if (indicator.read(new View(day.atStartOfDay(ZoneOffset.UTC).toInstant(), inputs))
              instanceof Measured measured
          && !measured.observedAt().isBefore(first)
          && !measured.observedAt().isAfter(last)
          && (readings.isEmpty()
              || measured.observedAt().isAfter(readings.get(readings.size() - 1).observedAt()))) {
        readings.add(measured);
      }
    }
    return readings;
  }

  private final class View implements SeriesView {

    private final Instant asOf;
    private final Inputs inputs;

    View(Instant asOf, Inputs inputs) {
      this.asOf = asOf;
      this.inputs = inputs;
    }

    @Override
    public Instant asOf() {
      return asOf;
    }

    @Override
    public Series series(String name) {
      Inputs.Input input =
          inputs.all().stream().filter(one -> one.series().equals(name)).findFirst().orElseThrow();
      Series whole = bySeries.getOrDefault(name, Series.empty(name));
      return whole
          .first(count(knownAt.getOrDefault(name, new long[0]), asOf.toEpochMilli()))
          .since(asOf.minus(input.lookBack()).plusMillis(1));
    }

    private static int count(long[] knownAt, long moment) {
      int position = Arrays.binarySearch(knownAt, moment);
      int count = position >= 0 ? position : -position - 1;
      while (count < knownAt.length && knownAt[count] <= moment) {
        count++;
      }
      return count;
    }

    @Override
    public List<Event> events(String name) {
      return List.of();
    }
  }
}

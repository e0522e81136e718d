package org.muscat.energy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/**
 * Markets of no real day: some 1,500 business days up to 2024-03-15 of all that the energy
 * indicators read, known on the next business day, with volatility that comes in bursts.
 */
final class MadeUpMarkets {

  static final String LAST = "2024-03-15";

  private static final LocalDate FIRST = LocalDate.parse("2018-06-01");

  private final List<Observation> observations;

  private MadeUpMarkets(List<Observation> observations) {
    this.observations = List.copyOf(observations);
  }

  static MadeUpMarkets of(long seed) {
    Random random = new Random(seed);
    List<Observation> all = new ArrayList<>();
    double burst = 1;
    double[] levels = {75, 71, 3, 4, 1.2, 9_000};
    double[] rates = {4, 2.2};
    for (LocalDate day = FIRST; !day.isAfter(LocalDate.parse(LAST)); day = day.plusDays(1)) {
      add(all, "gpr/all", day, 100 * Math.exp(0.3 * random.nextGaussian()));
      if (day.getDayOfMonth() == 1) {
        add(all, "supply-chain/gscpi", day, random.nextGaussian());
      }
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        continue;
      }
      burst = 0.95 * burst + 0.05 * Math.exp(0.8 * random.nextGaussian());
      double world = random.nextGaussian();
      double oil = burst * (0.015 * random.nextGaussian() + 0.006 * world);
      levels[0] *= Math.exp(oil - 0.04 * Math.log(levels[0] / 75));
      levels[1] = 0.95 * levels[0] * Math.exp(0.01 * random.nextGaussian());
      levels[2] *= Math.exp(0.03 * burst * random.nextGaussian() - 0.02 * Math.log(levels[2] / 3));
      levels[4] *= Math.exp(0.003 * random.nextGaussian() - 0.001 * world);
      levels[5] *= Math.exp(0.009 * world + 0.008 * random.nextGaussian());
      rates[0] += 0.03 * world + 0.04 * random.nextGaussian();
      rates[1] += 0.01 * world + 0.02 * random.nextGaussian();
      add(all, "oil/brent-spot", day, levels[0]);
      add(all, "oil/wti-spot", day, levels[1]);
      add(all, "gas/henry-hub", day, levels[2]);
      add(all, "volatility/ovx", day, 30 * Math.exp(0.5 * burst + 0.05 * random.nextGaussian()));
      add(all, "volatility/vix", day, 15 * Math.exp(0.3 * burst + 0.05 * random.nextGaussian()));
      add(all, "fx/usd-broad", day, levels[4]);
      add(all, "metals/copper", day, levels[5]);
      add(all, "rates/us-10y", day, rates[0]);
      add(all, "inflation/us-breakeven-10y", day, rates[1]);
    }
    return new MadeUpMarkets(all);
  }

  private static void add(List<Observation> all, String series, LocalDate day, double value) {
    all.add(point(series, day, value));
  }

  private static Observation point(String series, LocalDate day, double value) {
    Observation point =
        Observation.point(series, day.atStartOfDay(ZoneOffset.UTC).toInstant(), value);
    return point.knownAt(Recorded.nextBusinessDay(point.observedAt()), KnownBasis.ASSUMED);
  }

  /** With other values of one series. */
  MadeUpMarkets with(String series, DoubleUnaryOperator change) {
    return new MadeUpMarkets(
        observations.stream()
            .map(one -> one.series().equals(series) ? valued(one, change) : one)
            .toList());
  }

  /** With one more point of a series on a day, which is told a last time. */
  MadeUpMarkets with(String series, String day, double value) {
    List<Observation> more = new ArrayList<>(observations);
    more.add(point(series, LocalDate.parse(day), value));
    return new MadeUpMarkets(more);
  }

  MadeUpMarkets only(Predicate<Observation> kept) {
    return new MadeUpMarkets(observations.stream().filter(kept).toList());
  }

  /** The newest value of a series. */
  double newest(String series) {
    return observations.stream()
        .filter(one -> one.series().equals(series))
        .reduce((older, newer) -> newer)
        .orElseThrow()
        .value();
  }

  History history() {
    return new History().add(observations);
  }

  private static Observation valued(Observation one, DoubleUnaryOperator change) {
    return Observation.point(one.series(), one.observedAt(), change.applyAsDouble(one.value()))
        .knownAt(one.knownAt().orElseThrow(), KnownBasis.ASSUMED);
  }

  /** A week after the last day: when all of it is known. */
  static Instant whenAllIsKnown() {
    return Recorded.day(LAST).plus(Duration.ofDays(7));
  }
}

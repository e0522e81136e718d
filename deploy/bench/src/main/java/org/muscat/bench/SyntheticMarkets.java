package org.muscat.bench;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * All that the energy indicators read, from a fixed seed: business days of prices, every day of
 * news, the first of each month of supply chains. Known on their own day.
 */
final class SyntheticMarkets {

  private static final long DAY = 86_400_000L;

  /** Name, level, deviation of a daily logarithm. */
  private record Market(String name, double level, double deviation) {}

  private static final List<Market> PRICES =
      List.of(
          new Market("oil/brent-spot", 60, 0.02),
          new Market("oil/wti-spot", 55, 0.02),
          new Market("gas/henry-hub", 4, 0.04),
          new Market("metals/copper", 7000, 0.013),
          new Market("fx/usd-broad", 110, 0.004),
          new Market("volatility/ovx", 34, 0.05),
          new Market("volatility/vix", 17, 0.06),
          new Market("rates/us-10y", 4, 0.015),
          new Market("inflation/us-breakeven-10y", 2, 0.015));

  private final Map<String, Series> bySeries = new HashMap<>();

  private SyntheticMarkets(LocalDate from, LocalDate to, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Market market : PRICES) {
      add(market, from, to, SyntheticMarkets::isBusinessDay, random);
    }
    add(new Market("gpr/all", 100, 0.3), from, to, day -> true, random);
    add(
        new Market("supply-chain/gscpi", 1, 0.5),
        from,
        to,
        day -> day.getDayOfMonth() == 1,
        random);
  }

  static SyntheticMarkets of(LocalDate from, LocalDate to, long seed) {
    return new SyntheticMarkets(from, to, seed);
  }

  private static boolean isBusinessDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Volatility comes in bursts and the level goes back to where it was. */
  private void add(
      Market market,
      LocalDate from,
      LocalDate to,
      Predicate<LocalDate> isObserved,
      SplittableRandom random) {
    long[] times =
        from.datesUntil(to.plusDays(1))
            .filter(isObserved)
            .mapToLong(SyntheticMarkets::millis)
            .toArray();
    double[] values = new double[times.length];
    double logarithm = 0;
    double burst = 1;
    for (int i = 0; i < times.length; i++) {
      burst = 0.95 * burst + 0.05 * Math.exp(0.8 * random.nextGaussian());
      logarithm = 0.97 * logarithm + market.deviation() * burst * random.nextGaussian();
      values[i] = market.level() * Math.exp(logarithm);
    }
    bySeries.put(market.name(), Series.of(market.name(), times, values));
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** What was known on a day. */
  SeriesView view(LocalDate day, Inputs inputs) {
    return new View(day.atStartOfDay(ZoneOffset.UTC).toInstant(), inputs);
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
      for (Inputs.Input input : inputs.all()) {
        if (input.series().equals(name)) {
          Series whole = bySeries.getOrDefault(name, Series.empty(name));
          int later = whole.since(asOf.plusMillis(DAY)).size();
          return whole.first(whole.size() - later).since(asOf.minus(input.lookBack()));
        }
      }
      throw new IllegalArgumentException("'" + name + "' is not among the declared inputs");
    }

    @Override
    public List<Event> events(String name) {
      return List.of();
    }
  }
}

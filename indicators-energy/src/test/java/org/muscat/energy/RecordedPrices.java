package org.muscat.energy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/**
 * The recorded prices between two days, known on the next business day, and what tests ask them.
 */
final class RecordedPrices {

  private RecordedPrices() {}

  static List<Observation> brent() {
    return Recorded.column(
        "prices/brent-daily.csv", "Date", "Price", "oil/brent-spot", Recorded::nextBusinessDay);
  }

  static List<Observation> wti() {
    return Recorded.column(
        "prices/wti-daily.csv", "Date", "Price", "oil/wti-spot", Recorded::nextBusinessDay);
  }

  static List<Observation> ovx() {
    return Recorded.column(
        "prices/ovx-daily.csv", "date", "OVXCLS", "volatility/ovx", Recorded::nextBusinessDay);
  }

  static List<Observation> vix() {
    return Recorded.column(
        "prices/vix-daily.csv", "DATE", "CLOSE", "volatility/vix", Recorded::nextBusinessDay);
  }

  static List<Observation> henryHub() {
    return Recorded.column(
        "prices/henryhub-daily.csv", "Date", "Price", "gas/henry-hub", Recorded::nextBusinessDay);
  }

  static List<Observation> breakeven() {
    return Recorded.column(
        "prices/t10yie-daily.csv",
        "date",
        "value",
        "inflation/us-breakeven-10y",
        Recorded::nextBusinessDay);
  }

  /** A month is published on the fourth business day of the next one, or soon after. */
  static List<Observation> supplyChain() {
    return Recorded.column(
        "prices/gscpi-monthly.csv",
        "date",
        "value",
        "supply-chain/gscpi",
        Recorded.lag(Duration.ofDays(36)));
  }

  /** One column of the GPR file, known three days later. */
  static List<Observation> gpr(String column, String series) {
    return Recorded.column(
        "gpr/gpr-daily.csv", "date", column, series, Recorded.lag(Duration.ofDays(3)));
  }

  /** A history of what was observed from one day to another, both included. */
  static History between(String from, String to, List<List<Observation>> series) {
    Instant first = Recorded.day(from);
    Instant last = Recorded.day(to);
    History history = new History();
    for (List<Observation> points : series) {
      history.add(
          points.stream()
              .filter(o -> !o.observedAt().isBefore(first) && !o.observedAt().isAfter(last))
              .toList());
    }
    return history;
  }

  /** The readings of an indicator for the days from one to another that gave a new one. */
  static <C extends Record> double[] replay(
      History history, IndicatorProvider<C> provider, C config, String from, String to) {
    LocalDate last = LocalDate.parse(to);
    return LocalDate.parse(from)
        .datesUntil(last.plusDays(1))
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .flatMap(day -> onDay(history, provider, config, day).stream())
        .mapToDouble(Measured::value)
        .toArray();
  }

  /** The reading about a day, read when it was known, if prices of that day gave one. */
  private static <C extends Record> List<Measured> onDay(
      History history, IndicatorProvider<C> provider, C config, Instant day) {
    Reading reading = history.read(provider, config, Recorded.nextBusinessDay(day));
    return reading instanceof Measured measured && measured.observedAt().equals(day)
        ? List.of(measured)
        : List.of();
  }

  /** A moment just after the prices of a day became known. */
  static Instant whenKnown(String isoDate) {
    return Recorded.nextBusinessDay(Recorded.day(isoDate)).plus(Duration.ofHours(1));
  }
}

package org.muscat.bench.validation;

import java.time.LocalDate;
import java.time.Month;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Series;

/**
 * The mean and the lowest transit ratio of Hormuz in each winter, December to February, and in the
 * rest of the year, by vintage.
 */
final class WinterTable {

  private static final int FIRST = 2019;
  private static final int LAST = 2024;

  private final Map<String, Map<LocalDate, Double>> ratios = new LinkedHashMap<>();

  /** With the daily calls of Hormuz by vintage. */
  WinterTable(Map<String, Series> vintages) {
    vintages.forEach((vintage, calls) -> ratios.put(vintage, ratios(calls)));
  }

  private static Map<LocalDate, Double> ratios(Series calls) {
    TransitIndicator shortfall = TransitIndicator.of("transit-shortfall", Strait.HORMUZ);
    Map<LocalDate, Double> ratios = new TreeMap<>();
    for (int i = 0; i < calls.size(); i++) {
      LocalDate day = LocalDate.ofEpochDay(calls.epochDay(i));
      shortfall.read(calls.first(i + 1)).ifPresent(said -> ratios.put(day, said.value()));
    }
    return ratios;
  }

  void print() {
    System.out.println("| | " + String.join(" | ", ratios.keySet()) + " |");
    System.out.println("|---|" + "---|".repeat(ratios.size()));
    for (int year = FIRST; year <= LAST; year++) {
      LocalDate from = LocalDate.of(year, Month.DECEMBER, 1);
      LocalDate to = LocalDate.of(year + 1, Month.MARCH, 1);
      System.out.println(row("winter %d/%02d".formatted(year, (year + 1) % 100), from, to));
      System.out.println(row("March to November " + (year + 1), to, to.plusMonths(9)));
    }
  }

  private String row(String name, LocalDate from, LocalDate to) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (Map<LocalDate, Double> vintage : ratios.values()) {
      DoubleSummaryStatistics span =
          vintage.entrySet().stream()
              .filter(e -> !e.getKey().isBefore(from) && e.getKey().isBefore(to))
              .mapToDouble(Map.Entry::getValue)
              .summaryStatistics();
      row.append(
          span.getCount() == 0
              ? " none |"
              : String.format(Locale.ROOT, " %.2f, %.2f |", span.getAverage(), span.getMin()));
    }
    return row.toString();
  }
}

package org.muscat.bench.theses;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.muscat.engine.regime.Regime;

/** How far the regime of most days of a month agrees with the one that a coder gave the month. */
final class RegimeAgreement {

  /** From calm to war, as the codebook of docs/regime-labels.md orders them. */
  private static final List<String> ORDER =
      List.of("DETENTE", "DRIFT", "CONTAINMENT", "COERCION", "CONFLICT");

  /** Months that are drawn together. */
  private static final int BLOCK = 6;

  private RegimeAgreement() {}

  /** The same with DRIFT and CONTAINMENT in the other order, which the codebook calls arguable. */
  private static final List<String> SWAPPED =
      List.of("DETENTE", "CONTAINMENT", "DRIFT", "COERCION", "CONFLICT");

  /**
   * A month that both have judged.
   *
   * @param said the regime of most of its days
   */
  private record Month(
      YearMonth month, String said, String label, String second, String confidence) {

    boolean isSame() {
      return said.equals(label);
    }
  }

  static void print(List<Day> days, Path coded) throws IOException {
    Map<YearMonth, Regime> own = byMonth(days);
    List<Month> months = new ArrayList<>();
    List<CSVRecord> rows = Labels.rows(coded);
    for (CSVRecord row : rows) {
      YearMonth month = YearMonth.parse(row.get("month"));
      Regime said = own.get(month);
      if (said != null && said != Regime.UNDETERMINED) {
        months.add(
            new Month(
                month, said.name(), row.get("label"), row.get("second"), row.get("confidence")));
      }
    }
    List<Month> sure = months.stream().filter(month -> !month.confidence().equals("low")).toList();
    System.out.println("| months | kappa | value [90 %] |");
    System.out.println("|---|---|---|");
    row("all", "linear weights", months, new WeightedKappa(ORDER, true));
    row("all", "without weights", months, new WeightedKappa(ORDER, false));
    row("all", "linear, DRIFT and CONTAINMENT swapped", months, new WeightedKappa(SWAPPED, true));
    row(
        "coded with high or medium confidence",
        "linear weights",
        sure,
        new WeightedKappa(ORDER, true));
    List<Month> apart = months.stream().filter(month -> !month.isSame()).toList();
    System.out.printf(
        "%n%d months, %d of them undetermined; of the others %d have the same label, and %d of the %d misses are the coder's second.%n%n",
        rows.size(),
        rows.size() - months.size(),
        months.size() - apart.size(),
        apart.stream().filter(month -> month.said().equals(month.second())).count(),
        apart.size());
    printTable(months);
    System.out.println(
        apart.stream()
            .map(month -> month.month() + " " + month.said() + " / " + month.label())
            .collect(Collectors.joining("; ", "Apart (Muscat / coder): ", ".")));
  }

  private static void row(String which, String weights, List<Month> months, WeightedKappa kappa) {
    List<String> said = months.stream().map(Month::said).toList();
    List<String> labels = months.stream().map(Month::label).toList();
    Interval value = Interval.of(months.size(), BLOCK, places -> kappa.of(said, labels, places));
    System.out.printf("| %s | %s | %s |%n", which, weights, value.text());
  }

  /** The regime of most days; of several, the one nearest to war. */
  private static Map<YearMonth, Regime> byMonth(List<Day> days) {
    Map<YearMonth, List<Day>> months =
        days.stream()
            .collect(
                Collectors.groupingBy(
                    day -> YearMonth.from(day.date()), TreeMap::new, Collectors.toList()));
    Map<YearMonth, Regime> regimes = new TreeMap<>();
    months.forEach((month, its) -> regimes.put(month, mostOften(its)));
    return regimes;
  }

  private static Regime mostOften(List<Day> days) {
    Map<Regime, Integer> counts = new EnumMap<>(Regime.class);
    days.forEach(day -> counts.merge(day.regime(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Comparator.comparing(
                    (Function<Map.Entry<Regime, Integer>, Integer>) Map.Entry::getValue)
                .thenComparing(entry -> ORDER.indexOf(entry.getKey().name())))
        .orElseThrow()
        .getKey();
  }

  private static void printTable(List<Month> months) {
    System.out.println("| Muscat / coder | " + String.join(" | ", ORDER) + " |");
    System.out.println("|---|" + "---|".repeat(ORDER.size()));
    for (String said : ORDER) {
      String cells =
          ORDER.stream()
              .map(label -> String.valueOf(count(months, said, label)))
              .collect(Collectors.joining(" | "));
      System.out.println("| " + said + " | " + cells + " |");
    }
    System.out.println();
  }

  private static long count(List<Month> months, String said, String label) {
    return months.stream()
        .filter(month -> month.said().equals(said) && month.label().equals(label))
        .count();
  }
}

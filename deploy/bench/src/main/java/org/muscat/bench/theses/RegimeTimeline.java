package org.muscat.bench.theses;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.muscat.bench.theses.Labels.Label;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.Regime;

/** Every change of the regime, its reason, and the labelled events beside it. */
final class RegimeTimeline {

  /** How long before a change an event stands beside it. */
  private static final int BEFORE = 7;

  private RegimeTimeline() {}

  static void print(List<Day> days, List<Label> labels) {
    System.out.println("| day | regime | reason | labelled events of the 7 days before |");
    System.out.println("|---|---|---|---|");
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      if (i == 0 || days.get(i - 1).regime() != day.regime()) {
        System.out.printf(
            "| %s | %s | %s | %s |%n",
            day.date(), day.regime(), day.view().state().reason(), beside(day.date(), labels));
      }
    }
    System.out.println();
    System.out.println(shares(days));
    System.out.println();
    System.out.println(raised(days, Flag.BRINK));
  }

  private static String beside(LocalDate day, List<Label> labels) {
    return labels.stream()
        .filter(label -> label.date().isBefore(day))
        .filter(label -> !label.date().isBefore(day.minusDays(BEFORE)))
        .map(label -> label.date() + " " + label.event())
        .collect(Collectors.joining("; "));
  }

  private static String raised(List<Day> days, Flag flag) {
    return days.stream()
        .filter(day -> day.flag(flag).equals("RAISED"))
        .map(day -> day.date().toString())
        .collect(Collectors.joining(", ", flag + " is raised on: ", "."));
  }

  private static String shares(List<Day> days) {
    Map<Regime, Integer> counts = new EnumMap<>(Regime.class);
    days.forEach(day -> counts.merge(day.regime(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s %d days (%.0f %%)",
                    entry.getKey(),
                    entry.getValue(),
                    100.0 * entry.getValue() / days.size()))
        .collect(Collectors.joining(", ", "Of " + days.size() + " days: ", "."));
  }
}

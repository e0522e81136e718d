package org.muscat.bench.theses;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.bench.theses.Labels.Label;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.regime.Regime;

/** Every labelled event, with what was said on its eve and when it was known. */
final class LabelTable {

  /** An event is known the day after it; so it is in what is said as of the second midnight. */
  private static final int KNOWN_AFTER = 2;

  private LabelTable() {}

  static void print(List<Day> days, List<Label> labels) {
    Map<LocalDate, Day> byDate = days.stream().collect(Collectors.toMap(Day::date, day -> day));
    System.out.println(
        "| day | labelled event | kind, severity | index on the eve | index two days later | regime on the eve | two days later | D | P | K |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    Map<Regime, Integer> escalations = new EnumMap<>(Regime.class);
    for (Label label : labels) {
      Day eve = byDate.get(label.date());
      Day known = byDate.get(label.date().plusDays(KNOWN_AFTER));
      if (eve == null || known == null) {
        continue;
      }
      print(label, eve, known);
      if (label.isSetback()) {
        escalations.merge(known.regime(), 1, Integer::sum);
      }
    }
    System.out.println();
    System.out.println(
        escalations.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "Two days after an escalation: ", ".")));
  }

  private static void print(Label label, Day eve, Day known) {
    System.out.printf(
        "| %s | %s | %s, %d | %s | %s | %s | %s | %s | %s | %s |%n",
        label.date(),
        label.event(),
        label.kind(),
        label.severity(),
        index(eve),
        index(known),
        eve.regime(),
        known.regime(),
        level(known, Day::dialogue),
        level(known, Day::pressure),
        level(known, Day::kinetic));
  }

  private static String index(Day day) {
    Score score = day.score();
    return score == null ? "none" : String.format(Locale.ROOT, "%.1f", score.stability());
  }

  private static String level(Day day, Function<Day, @Nullable Double> axis) {
    Double level = axis.apply(day);
    return level == null ? "-" : String.format(Locale.ROOT, "%.2f", level);
  }
}

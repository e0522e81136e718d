package org.muscat.bench.theses;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.regime.Flag;

/** What was said on the days around a turn. */
final class EveTable {

  private EveTable() {}

  static void print(List<Day> days, LocalDate from, LocalDate to) {
    System.out.println(
        "| as of | index | 90 % interval | target | S_dyn | opacity | D | P | K | mix | regime | margin | flags raised | flags undecided |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    days.stream()
        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
        .forEach(EveTable::print);
  }

  private static void print(Day day) {
    Score score = day.score();
    Margin margin = day.state().margin().margin();
    System.out.printf(
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
        day.date(),
        score == null ? "none" : one(score.stability()),
        score == null ? "" : one(score.lower()) + " to " + one(score.upper()),
        score == null ? "" : one(score.target()),
        score == null ? "" : one(score.dynamic()),
        two(day.state().index().knownOpacity().orElse(null)),
        two(day.dialogue()),
        two(day.pressure()),
        two(day.kinetic()),
        two(day.view().mix()),
        day.regime(),
        margin == null ? "none" : margin.band() + " (" + two(margin.sigmas()) + " sigma)",
        flags(day, "RAISED"),
        flags(day, "UNDECIDED"));
  }

  private static String flags(Day day, String verdict) {
    return Arrays.stream(Flag.values())
        .filter(flag -> day.flag(flag).equals(verdict))
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String two(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }
}

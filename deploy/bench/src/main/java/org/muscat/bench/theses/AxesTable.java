package org.muscat.bench.theses;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.MarginBand;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.Regime;
import org.muscat.spi.Event;

/** What dialogue, pressure and force did over the whole history. */
final class AxesTable {

  /** Days that are drawn together: two months, longer than any half-life of the axes. */
  private static final int BLOCK = 60;

  private static final int HORIZON = 14;

  private final List<Day> days;
  private final Chronicle chronicle;

  AxesTable(List<Day> days, Chronicle chronicle) {
    this.days = days;
    this.chronicle = chronicle;
  }

  void print() {
    System.out.println("| what | value [90 %] |");
    System.out.println("|---|---|");
    row("correlation of dialogue and pressure, days", correlation(Day::dialogue, Day::pressure));
    row("correlation of pressure and force, days", correlation(Day::pressure, Day::kinetic));
    row("correlation of dialogue and force, days", correlation(Day::dialogue, Day::kinetic));
    row("share of days with talks and pressure (both from .45)", share(AxesTable::isBoth));
    row("share of days in CONTAINMENT", share(day -> day.regime() == Regime.CONTAINMENT));
    row("share of days of CONTAINMENT or COERCION", share(AxesTable::isHeldByPressure));
    row("share of days in CONFLICT", share(day -> day.regime() == Regime.CONFLICT));
    row("share of days with a thin margin", share(AxesTable::isThin));
    row(
        "share of days with MEDIATED raised",
        share(day -> day.flag(Flag.MEDIATED).equals("RAISED")));
    row("share of the days that decide it with DIVERGENCE raised", mean(AxesTable::divergence));
    row("share of days past the optimum of the mix", share(AxesTable::isPastOptimum));
    row("structural factor", mean(day -> score(day, Score::structuralFactor)));
    row("opacity", mean(day -> day.state().index().knownOpacity().orElse(null)));
    row("index", mean(day -> score(day, Score::stability)));
    row("width of its interval, points", mean(AxesTable::width));
    rates("rounds of talks", Chronicle.ROUNDS);
    rates("signals of force", Chronicle.SIGNALS);
    rates("setbacks in talks", Chronicle.SETBACKS_IN_TALKS);
    printForce();
  }

  private static boolean isBoth(Day day) {
    Double dialogue = day.dialogue();
    Double pressure = day.pressure();
    return dialogue != null && pressure != null && dialogue >= .45 && pressure >= .45;
  }

  private static boolean isHeldByPressure(Day day) {
    return day.regime() == Regime.CONTAINMENT || day.regime() == Regime.COERCION;
  }

  private static boolean isThin(Day day) {
    Margin margin = day.state().margin().margin();
    return margin != null && margin.band() == MarginBand.THIN;
  }

  private static @Nullable Double divergence(Day day) {
    return switch (day.flag(Flag.DIVERGENCE)) {
      case "RAISED" -> 1.0;
      case "CLEAR" -> 0.0;
      default -> null;
    };
  }

  private static boolean isPastOptimum(Day day) {
    Double gradient = day.view().mixGradient();
    return gradient != null && gradient < 0;
  }

  private static @Nullable Double width(Day day) {
    Score score = day.score();
    return score == null ? null : (Double) (score.upper() - score.lower());
  }

  private static @Nullable Double score(Day day, Function<Score, @Nullable Double> part) {
    Score score = day.score();
    return score == null ? null : part.apply(score);
  }

  private Interval share(Function<Day, Boolean> holds) {
    return mean(day -> holds.apply(day) ? 1.0 : 0.0);
  }

  private Interval mean(Function<Day, @Nullable Double> of) {
    double[] values =
        days.stream()
            .map(of)
            .filter(Objects::nonNull)
            .mapToDouble(value -> (double) Objects.requireNonNull(value))
            .toArray();
    return Interval.of(
        values.length,
        BLOCK,
        places -> {
          double sum = 0;
          for (int place : places) {
            sum += values[place];
          }
          return sum / places.length;
        });
  }

  private Interval correlation(
      Function<Day, @Nullable Double> first, Function<Day, @Nullable Double> second) {
    List<double[]> pairs =
        days.stream()
            .filter(day -> first.apply(day) != null && second.apply(day) != null)
            .map(
                day ->
                    new double[] {
                      Objects.requireNonNull(first.apply(day)),
                      Objects.requireNonNull(second.apply(day))
                    })
            .toList();
    return Interval.of(pairs.size(), BLOCK, places -> correlation(pairs, places));
  }

  private static double correlation(List<double[]> pairs, int[] places) {
    double[] sums = new double[5];
    for (int place : places) {
      double a = pairs.get(place)[0];
      double b = pairs.get(place)[1];
      sums[0] += a;
      sums[1] += b;
      sums[2] += a * a;
      sums[3] += b * b;
      sums[4] += a * b;
    }
    int n = places.length;
    double covariance = sums[4] - sums[0] * sums[1] / n;
    double first = sums[2] - sums[0] * sums[0] / n;
    double second = sums[3] - sums[1] * sums[1] / n;
    return covariance / Math.sqrt(first * second);
  }

  /** Uses of force in the fourteen days after turns, against those in the fourteen before. */
  private void rates(String name, Set<String> types) {
    List<LocalDate> turns = chronicle.turns(types);
    List<LocalDate> force = chronicle.days(Chronicle.FORCE);
    double[] before =
        turns.stream().mapToDouble(day -> count(force, day.minusDays(HORIZON), day)).toArray();
    double[] after =
        turns.stream()
            .mapToDouble(day -> count(force, day.plusDays(1), day.plusDays(HORIZON + 1L)))
            .toArray();
    Interval difference =
        Interval.of(
            turns.size(),
            1,
            places -> {
              double sum = 0;
              for (int place : places) {
                sum += after[place] - before[place];
              }
              return sum / places.length;
            });
    row("days of force in the 14 d after " + name + " less those in the 14 d before", difference);
  }

  private static long count(List<LocalDate> days, LocalDate from, LocalDate before) {
    return days.stream().filter(day -> !day.isBefore(from) && day.isBefore(before)).count();
  }

  private void printForce() {
    List<Event> force = chronicle.all(Chronicle.FORCE);
    Map<String, Long> byAttribution =
        force.stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.attributes().getOrDefault("attribution", "?"),
                    TreeMap::new,
                    Collectors.counting()));
    Map<Double, Long> byLevel =
        force.stream()
            .collect(Collectors.groupingBy(Event::value, TreeMap::new, Collectors.counting()));
    System.out.printf(
        "%nUses of force by attribution: %s; by level: %s.%n", byAttribution, byLevel);
    List<Event> talks = chronicle.all(Chronicle.ROUNDS);
    long mediated =
        talks.stream().filter(event -> event.attributes().containsKey("mediator")).count();
    System.out.printf("%nRounds of talks: %d, with a mediator %d.%n", talks.size(), mediated);
  }

  private static void row(String what, Interval value) {
    System.out.printf(Locale.ROOT, "| %s | %s |%n", what, value.text());
  }
}

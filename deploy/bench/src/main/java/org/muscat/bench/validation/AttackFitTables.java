package org.muscat.bench.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muscat.maritime.attack.AttackHistory;
import org.muscat.maritime.attack.AttackHistory.Marks;
import org.muscat.maritime.geo.Strait;
import org.muscat.toolkit.HawkesFit;
import org.muscat.toolkit.Quantiles;
import org.muscat.toolkit.TimeRescaling;

/**
 * The process of attacks around straits: its numbers, how well it fits, what it owes to choices.
 */
final class AttackFitTables {

  static final List<Strait> STRAITS = List.of(Strait.HORMUZ, Strait.BAB_EL_MANDEB, Strait.MALACCA);

  private AttackFitTables() {}

  /** The figures of M4. */
  static List<String> figures(RecordedIncidents incidents) {
    AttackHistory history = incidents.attacks();
    List<String> lines = new ArrayList<>();
    lines.add(
        "| strait | attacks | mu, a day | a | branching ratio | readings | p10, p90 of the intensity"
            + " | mean |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Strait strait : STRAITS) {
      double[] readings = incidents.readings(strait, AttackFit.FROM, AttackFit.TO);
      lines.add(
          line(
              "| %s | %s | %d | %.4f, %.4f | %.4f |",
              strait.title(),
              numbers(AttackFit.of(history, strait)),
              readings.length,
              Quantiles.quantile(0.1, readings),
              Quantiles.quantile(0.9, readings),
              mean(readings)));
    }
    return lines;
  }

  /** What the process owes to the radius and to the marks. */
  static List<String> choices(RecordedIncidents incidents) {
    AttackHistory history = incidents.attacks();
    List<String> lines = new ArrayList<>();
    lines.add("| strait, radius | marks | attacks | mu, a day | a | branching ratio |");
    lines.add("|---|---|---|---|---|---|");
    for (Strait strait : STRAITS) {
      for (double kilometres : new double[] {AttackFit.KILOMETRES, 600}) {
        for (Marks marks : Marks.values()) {
          lines.add(
              line(
                  "| %s, %.0f km | `%s` | %s |",
                  strait.title(),
                  kilometres,
                  marks == Marks.WEIGHT ? "w" : "wK",
                  numbers(AttackFit.of(history, strait, kilometres, marks))));
        }
      }
    }
    return lines;
  }

  /** How well the process fits. */
  static List<String> goodness(RecordedIncidents incidents) {
    AttackHistory history = incidents.attacks();
    List<String> lines = new ArrayList<>();
    lines.add(
        "| strait | waits | of them 0 | KS distance | p | p, at random moments | half-life in days,"
            + " if fitted | p with it, at random moments |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Strait strait : STRAITS) {
      lines.add(goodness(strait.title(), AttackFit.of(history, strait)));
    }
    return lines;
  }

  private static String goodness(String name, AttackFit fit) {
    TimeRescaling byDays = fit.fitByDays();
    return line(
        "| %s | %d | %d | %.3f | %s | %s | %.1f | %s |",
        name,
        byDays.waits(),
        fit.onOneDay(),
        byDays.statistic(),
        probability(byDays.probability()),
        probability(fit.fitByMoments()),
        Math.log(2) / HawkesFit.of(fit.attacks()).model().b(),
        probability(fit.freeFitByMoments()));
  }

  /** Attacks, mu, a and the branching ratio, errors in parentheses. */
  static String numbers(AttackFit attackFit) {
    HawkesFit fit = attackFit.fit();
    if (!fit.converged()) {
      throw new IllegalStateException("no top was found: " + fit);
    }
    HawkesFit.Errors errors =
        fit.errors().orElseThrow(() -> new IllegalStateException("no errors are known of " + fit));
    return line(
        "%d | %.4f (%.4f) | %.3f (%.3f) | %.2f (%.2f)",
        attackFit.attacks().size(),
        fit.model().mu(),
        errors.mu(),
        fit.model().a(),
        errors.a(),
        fit.branchingRatio(),
        errors.branchingRatio());
  }

  static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String probability(double p) {
    return p < 0.001 ? "below .001" : line("%.3f", p);
  }

  static double mean(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}

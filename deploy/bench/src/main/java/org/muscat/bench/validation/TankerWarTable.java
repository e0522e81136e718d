package org.muscat.bench.validation;

import static org.muscat.bench.validation.AttackFitTables.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muscat.maritime.attack.AttackHistory;
import org.muscat.maritime.attack.AttackHistory.Marks;
import org.muscat.maritime.geo.Strait;
import org.muscat.toolkit.Hawkes;
import org.muscat.toolkit.HawkesFit;
import org.muscat.toolkit.MarkedTimes;
import org.muscat.toolkit.TimeRescaling;

/** The tanker war in the Gulf subset of ASAM, 1985 to 1991: a handful of rows. */
final class TankerWarTable {

  static final LocalDate FROM = LocalDate.of(1985, 1, 1);
  static final LocalDate TO = LocalDate.of(1991, 12, 31);

  /** Half of the 95th percentile of chi-squared with one degree of freedom. */
  private static final double HALF_CHI_SQUARED = 1.92;

  private TankerWarTable() {}

  static List<String> lines(RecordedIncidents gulf) {
    AttackHistory history = gulf.attacks();
    Strait hormuz = Strait.HORMUZ;
    List<String> lines = new ArrayList<>();
    lines.add("| what | n | mu, a day | branching ratio | its 95 % limit | KS distance | p |");
    lines.add("|---|---|---|---|---|---|---|");
    lines.add(row("all rows, mark 1", gulf.reports(FROM, TO)));
    lines.add(
        row(
            "attacks, marks `w`",
            history.around(hormuz.position(), Double.POSITIVE_INFINITY, Marks.WEIGHT, FROM, TO)));
    lines.add(
        row(
            "attacks within 400 km of Hormuz, marks `wK`",
            history.around(
                hormuz.position(), AttackFit.KILOMETRES, Marks.WEIGHT_AND_DISTANCE, FROM, TO)));
    return lines;
  }

  private static String row(String name, MarkedTimes attacks) {
    if (attacks.size() < HawkesFit.FEWEST_TIMES) {
      return line("| %s | %d | too few to fit | | | | |", name, attacks.size());
    }
    HawkesFit fit = HawkesFit.withDecay(attacks, AttackFit.DECAY);
    TimeRescaling goodness = TimeRescaling.of(fit.model(), attacks);
    return line(
        "| %s | %d | %s | %.2f | %.3f | %s |",
        name,
        attacks.size(),
        fit.errors()
            .map(
                errors ->
                    line(
                        "%.4f (%.4f) | %.2f (%.2f)",
                        fit.model().mu(),
                        errors.mu(),
                        fit.branchingRatio(),
                        errors.branchingRatio()))
            .orElseGet(
                // With no excitation mu is the rate of a Poisson process.
                () ->
                    line(
                        "%.4f (%.4f) | %.2f, at its bound",
                        fit.model().mu(),
                        Math.sqrt(attacks.size()) / attacks.end(),
                        fit.branchingRatio())),
        limit(attacks, fit.logLikelihood()),
        goodness.statistic(),
        AttackFitTables.probability(goodness.probability()));
  }

  /** The largest branching ratio, in hundredths, that a test of the likelihood ratio admits. */
  private static double limit(MarkedTimes attacks, double highest) {
    int hundredths = 99;
    while (hundredths > 0 && likelihood(attacks, hundredths / 100.0) < highest - HALF_CHI_SQUARED) {
      hundredths--;
    }
    return hundredths / 100.0;
  }

  /** The highest log-likelihood with a branching ratio: it is concave in mu. */
  private static double likelihood(MarkedTimes attacks, double branching) {
    double low = 1e-9;
    double high = 2 * attacks.size() / attacks.end();
    while (high - low > 1e-12) {
      double mu = (low + high) / 2;
      if (model(attacks, mu, branching).gradient(attacks)[0] > 0) {
        low = mu;
      } else {
        high = mu;
      }
    }
    return model(attacks, low, branching).logLikelihood(attacks);
  }

  private static Hawkes model(MarkedTimes attacks, double mu, double branching) {
    return new Hawkes(mu, branching / attacks.meanMark(), AttackFit.DECAY);
  }
}

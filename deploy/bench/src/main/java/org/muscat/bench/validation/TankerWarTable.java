package org.muscat.bench.validation;

import static org.muscat.bench.validation.AttackFitTables.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muscat.maritime.attack.AttackHistory;
import org.muscat.maritime.attack.AttackHistory.Marks;
import org.muscat.maritime.geo.Strait;
import org.muscat.toolkit.HawkesFit;
import org.muscat.toolkit.MarkedTimes;

/**
 * The tanker war in the Gulf subset of ASAM, 1985 to 1991: some seventeen rows of several hundred
 * attacks.
 */
final class TankerWarTable {

  static final LocalDate FROM = LocalDate.of(1985, 1, 1);
  static final LocalDate TO = LocalDate.of(1991, 12, 31);

  private TankerWarTable() {}

  static List<String> lines(RecordedIncidents gulf) {
    AttackHistory history = gulf.attacks();
    List<String> lines = new ArrayList<>();
    lines.add("| attacks of the tanker war | n | mu, a day | a | branching ratio |");
    lines.add("|---|---|---|---|---|");
    lines.add(fit("whole Gulf, `w`", whole(history)));
    lines.add(fit("within 400 km of Hormuz, `w`", near(history, Marks.WEIGHT)));
    lines.add(fit("within 400 km of Hormuz, `wK`", near(history, Marks.WEIGHT_AND_DISTANCE)));
    return lines;
  }

  static List<String> goodness(RecordedIncidents gulf) {
    AttackHistory history = gulf.attacks();
    return List.of(
        AttackFitTables.goodness("whole Gulf, `w`", AttackFit.of(whole(history))),
        AttackFitTables.goodness(
            "within 400 km of Hormuz, `wK`",
            AttackFit.of(near(history, Marks.WEIGHT_AND_DISTANCE))));
  }

  private static String fit(String name, MarkedTimes attacks) {
    return attacks.size() < HawkesFit.FEWEST_TIMES
        ? line("| %s | %d | too few | too few | too few |", name, attacks.size())
        : line("| %s | %s |", name, AttackFitTables.numbers(AttackFit.of(attacks)));
  }

  private static MarkedTimes whole(AttackHistory history) {
    return history.around(
        Strait.HORMUZ.position(), Double.POSITIVE_INFINITY, Marks.WEIGHT, FROM, TO);
  }

  private static MarkedTimes near(AttackHistory history, Marks marks) {
    return history.around(Strait.HORMUZ.position(), AttackFit.KILOMETRES, marks, FROM, TO);
  }
}

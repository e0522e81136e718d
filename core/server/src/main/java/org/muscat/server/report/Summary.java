package org.muscat.server.report;

import java.util.ArrayList;
import java.util.List;
import org.muscat.server.document.IndexDocument;
import org.muscat.server.document.IndexDocument.Stability;

/** A report in some sentences. */
final class Summary {

  private Summary() {}

  static String of(Report report) {
    IndexDocument now = report.now();
    List<String> sentences = new ArrayList<>();
    Stability score = now.stability();
    sentences.add(
        score == null
            ? "There is no score at the end: " + now.reason() + "."
            : "The index is "
                + Numbers.one(score.value())
                + " of 100 at the end, with a 90 % interval from "
                + Numbers.one(score.lower())
                + " to "
                + Numbers.one(score.upper())
                + ".");
    report
        .moved()
        .ifPresent(
            moved ->
                sentences.add(
                    "From "
                        + Numbers.dayOrMoment(moved.from().asOf())
                        + " to "
                        + Numbers.dayOrMoment(moved.to().asOf())
                        + " it moved by "
                        + Numbers.signed(moved.change())
                        + " points."));
    sentences.add(days(report));
    int regimes = Change.ofRegime(report.days()).size();
    if (now.regime().regime() != null) {
      sentences.add(
          "The regime is "
              + Numbers.word(now.regime().regime())
              + (regimes == 0
                  ? ", and did not change."
                  : "; it changed " + Numbers.count(regimes, "time.", "times.")));
    }
    sentences.add("Flags raised: " + NowSection.flags(now, "raised") + ".");
    return String.join(" ", sentences);
  }

  private static String days(Report report) {
    int scored = report.scored().size();
    int all = report.days().size();
    if (scored == 0) {
      return "No moment of the period has a score.";
    }
    return scored == all
        ? "Every moment of the period has a score."
        : (all - scored) + " of " + all + " moments of the period have no score.";
  }
}

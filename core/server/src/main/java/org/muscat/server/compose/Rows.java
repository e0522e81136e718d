package org.muscat.server.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.audit.Consistency;
import org.muscat.engine.panel.audit.Correlation;
import org.muscat.engine.panel.audit.RemoveOne;
import org.muscat.engine.panel.prepare.Screening;
import org.muscat.engine.panel.prepare.Shape;
import org.muscat.engine.panel.prepare.Treated;

/** Results as rows of CSV, the header first. Numbers are exact; what is missing is NA. */
final class Rows {

  private static final String MISSING = "NA";

  private Rows() {}

  static List<List<String>> of(Panel panel) {
    return of(panel, Rows::number);
  }

  static List<List<String>> ranks(Panel panel) {
    return of(panel, Rows::rank);
  }

  static List<List<String>> removed(Screening.Screened screened) {
    List<List<String>> rows = start(PanelData.UNIT, "Availability");
    for (String unit : screened.removed()) {
      rows.add(List.of(unit, String.valueOf(screened.availability().get(unit))));
    }
    return rows;
  }

  static List<List<String>> treatment(Treated treated) {
    List<List<String>> rows =
        start(
            "iCode",
            "SkewnessBefore",
            "KurtosisBefore",
            "WinsorisedPoints",
            "Logarithm",
            "SkewnessAfter",
            "KurtosisAfter");
    for (Treated.Report report : treated.reports()) {
      Shape before = report.before();
      Shape after = report.after();
      rows.add(
          List.of(
              report.column(),
              number(before.skewness()),
              number(before.kurtosis()),
              Integer.toString(report.winsorisedPoints()),
              Boolean.toString(report.logarithm()),
              number(after.skewness()),
              number(after.kurtosis())));
    }
    return rows;
  }

  /** Every column of the aggregated panel with every other. */
  static List<List<String>> correlations(Composing composing, Correlation correlation) {
    Panel panel = composing.panel();
    List<List<String>> rows = start("Var1", "Var2", "Correlation");
    for (String y : panel.columns()) {
      for (String x : panel.columns()) {
        rows.add(List.of(x, y, number(correlation.of(panel.column(x), panel.column(y)))));
      }
    }
    return rows;
  }

  /** Of the indicators below each aggregate that has two or more. */
  static List<List<String>> alphas(Composing composing) {
    List<List<String>> rows = start("group", "level", "k", "alpha");
    for (PanelNode node : composing.hierarchy().aggregates()) {
      List<String> below =
          composing.hierarchy().indicatorsBelow(node.id()).stream().map(PanelNode::id).toList();
      if (below.size() > 1) {
        rows.add(
            List.of(
                node.id(),
                Integer.toString(node.level()),
                Integer.toString(below.size()),
                number(Consistency.alpha(composing.normalised(), below))));
      }
    }
    return rows;
  }

  static List<List<String>> effectiveWeights(Composing composing) {
    List<List<String>> rows = start("iCode", "Level", "EffWeight");
    composing
        .hierarchy()
        .effectiveWeights()
        .forEach(
            (id, weight) ->
                rows.add(
                    List.of(
                        id,
                        Integer.toString(composing.hierarchy().node(id).level()),
                        number(weight))));
    return rows;
  }

  static List<List<String>> removeOne(Composing composing, int level) {
    return of(
        RemoveOne.scores(composing.normalised(), composing.hierarchy(), composing.rules(), level));
  }

  private static List<List<String>> of(Panel panel, DoubleFunction<String> format) {
    List<String> header = new ArrayList<>(List.of(PanelData.UNIT));
    header.addAll(panel.columns());
    List<List<String>> rows = start(header.toArray(String[]::new));
    for (String unit : panel.units()) {
      List<String> row = new ArrayList<>(List.of(unit));
      panel.columns().forEach(column -> row.add(format.apply(panel.value(unit, column))));
      rows.add(row);
    }
    return rows;
  }

  static List<List<String>> start(String... header) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(header));
    return rows;
  }

  static String rank(double rank) {
    return Double.isNaN(rank) ? MISSING : Integer.toString((int) rank);
  }

  static String number(double value) {
    return Double.isNaN(value) ? MISSING : Double.toString(value);
  }
}

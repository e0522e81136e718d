package org.muscat.server.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.sensitivity.Assessment;
import org.muscat.engine.panel.sensitivity.Interval;
import org.muscat.engine.panel.sensitivity.RankStatistics;
import org.muscat.engine.panel.sensitivity.SobolIndex;

/** An analysis of uncertainty and sensitivity as rows of CSV. */
final class SensitivityRows {

  static final String INDICES = "sensitivity-indices";

  private SensitivityRows() {}

  /** Where indices are exact there is no interval, and so NA. */
  static List<List<String>> indices(Assessment assessment) {
    List<List<String>> rows =
        Rows.start(
            "Factor",
            "Alternatives",
            "First",
            "FirstLower",
            "FirstUpper",
            "Total",
            "TotalLower",
            "TotalUpper");
    for (SobolIndex index : assessment.indices()) {
      rows.add(
          List.of(
              index.factor().name(),
              Integer.toString(index.factor().alternatives()),
              Rows.number(index.first()),
              lower(index.firstInterval()),
              upper(index.firstInterval()),
              Rows.number(index.total()),
              lower(index.totalInterval()),
              upper(index.totalInterval())));
    }
    return rows;
  }

  static List<List<String>> ranks(Assessment assessment) {
    List<List<String>> rows =
        Rows.start(PanelData.UNIT, "Nominal", "Mean", "Median", "Lower", "Upper", "Runs");
    for (RankStatistics unit : assessment.ranks()) {
      rows.add(
          List.of(
              unit.unit(),
              Rows.rank(unit.nominal()),
              Rows.number(unit.mean()),
              Rows.number(unit.median()),
              lower(unit.range()),
              upper(unit.range()),
              Integer.toString(unit.runs())));
    }
    return rows;
  }

  static List<List<String>> response(Assessment assessment) {
    List<List<String>> rows = Rows.start("Runs", "Composed", "Mean", "Variance");
    rows.add(
        List.of(
            Integer.toString(assessment.runs()),
            Integer.toString(assessment.composed()),
            Rows.number(assessment.mean()),
            Rows.number(assessment.variance())));
    return rows;
  }

  private static String lower(@Nullable Interval interval) {
    return Rows.number(interval == null ? Double.NaN : interval.lower());
  }

  private static String upper(@Nullable Interval interval) {
    return Rows.number(interval == null ? Double.NaN : interval.upper());
  }
}

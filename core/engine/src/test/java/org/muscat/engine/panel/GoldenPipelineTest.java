package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.assertSame;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.aggregate.ResultTable;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.engine.panel.prepare.Denomination;
import org.muscat.engine.panel.prepare.Imputation;
import org.muscat.engine.panel.prepare.Screening;
import org.muscat.engine.panel.prepare.Treated;
import org.muscat.engine.panel.prepare.Treated.Kind;
import org.muscat.engine.panel.prepare.Treated.Mark;
import org.muscat.engine.panel.prepare.Treated.Report;
import org.muscat.engine.panel.prepare.Treatment;

/** The whole example, each stage from the raw data on by our own arithmetic. */
class GoldenPipelineTest {

  private final Hierarchy hierarchy = Golden.hierarchy();

  @Test
  void shouldReadTheRawPanel() {
    assertSame(raw(), Golden.panel("00_inputs/raw_dset.csv"));
    assertSame(raw(), Golden.panel("04_pipeline/Raw.csv"));
  }

  @Test
  void shouldEqualTheGoldenStages() {
    assertSame(denominated(), Golden.panel("04_pipeline/Denominated.csv"));
    assertSame(imputed(), Golden.panel("04_pipeline/Imputed.csv"));
    assertSame(screened().panel(), Golden.panel("04_pipeline/Screened.csv"));
    assertSame(treated().panel(), Golden.panel("04_pipeline/Treated.csv"));
    assertSame(normalised(), Golden.panel("04_pipeline/Normalised.csv"));
    assertSame(aggregated(), Golden.panel("04_pipeline/Aggregated.csv"));
    assertThat(screened().removed()).isEmpty();
  }

  @Test
  void shouldEqualTheGoldenDetailsOfTheTreatment() {
    Map<String, Report> reports = new HashMap<>();
    treated().reports().forEach(report -> reports.put(report.column(), report));

    for (CSVRecord row : rows("04_pipeline/Treated_details.csv")) {
      String id = row.get("iCode");
      Report report = reports.get(id);
      boolean passed = row.get("check_SkewKurt0.Pass").equals("TRUE");
      assertClose(id, report.before().skewness(), number(row.get("check_SkewKurt0.Skew")));
      assertClose(id, report.before().kurtosis(), number(row.get("check_SkewKurt0.Kurt")));
      assertThat(report.before().outlying(2, 3.5)).as(id).isEqualTo(!passed);
      if (passed) {
        assertThat(report.winsorised()).as(id).isNull();
        assertThat(report.winsorisedPoints()).as(id).isZero();
      } else {
        assertClose(id, report.after().skewness(), number(row.get("check_SkewKurt1.Skew")));
        assertClose(id, report.after().kurtosis(), number(row.get("check_SkewKurt1.Kurt")));
        assertThat(report.winsorisedPoints()).as(id).isEqualTo(whole(row.get("winsorise.nwin")));
      }
    }
  }

  @Test
  void shouldEqualTheGoldenMarksOfTheTreatment() {
    Map<String, Kind> marks = new HashMap<>();
    for (Mark mark : treated().marks()) {
      marks.put(mark.unit() + " " + mark.column(), mark.kind());
    }

    int marked = 0;
    for (CSVRecord row : rows("04_pipeline/Treated_points.csv")) {
      for (PanelNode indicator : hierarchy.indicators()) {
        Kind kind = marks.get(row.get("uCode") + " " + indicator.id());
        String golden = row.get(indicator.id());
        assertThat(kind).isEqualTo(kind(golden));
        marked += golden.isEmpty() ? 0 : 1;
      }
    }
    assertThat(marks).hasSize(marked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Aggs", "Full", "Summ"})
  void shouldEqualTheGoldenResultTables(String kind) {
    ResultTable table = ResultTable.of(aggregated(), hierarchy);

    Panel scores = Golden.panel("04_pipeline/results_" + kind + "_scores.csv");
    Panel ranks = Golden.panel("04_pipeline/results_" + kind + "_ranks.csv");
    List<String> columns =
        scores.columns().stream().filter(column -> !column.equals("Rank")).toList();
    assertSame(table.scores(), scores.selectColumns(columns));
    for (String column : ranks.columns()) {
      assertThat(table.ranks().column(column)).containsExactly(ranks.column(column));
    }
    assertThat(table.ranks().column("Index")).containsExactly(scores.column("Rank"));
    assertThat(table.scores().units()).isEqualTo(scores.units());
    assertThat(table.ranks().columns().get(0)).isEqualTo("Index");
  }

  private Panel raw() {
    return data(hierarchy.indicators().stream().map(PanelNode::id).toList());
  }

  private Panel denominated() {
    return Denomination.apply(
        raw(), hierarchy, data(List.of("Area", "Energy", "GDP", "Population")));
  }

  private Panel imputed() {
    Map<String, String> groups = new HashMap<>();
    rows("00_inputs/asem_iData.csv")
        .forEach(row -> groups.put(row.get("uCode"), row.get("EurAsia_group")));
    return Imputation.groupMean(groups).apply(denominated());
  }

  private Screening.Screened screened() {
    return Screening.apply(imputed(), 0.9);
  }

  private Treated treated() {
    return Treatment.CUSTOMARY.apply(screened().panel());
  }

  private Panel normalised() {
    return Normalisation.apply(treated().panel(), hierarchy, Normalisers.minMax(0, 100));
  }

  private Panel aggregated() {
    return new Aggregation(hierarchy, List.of(LevelRule.of(PowerMean.ARITHMETIC)))
        .apply(normalised())
        .scores();
  }

  private static Panel data(List<String> columns) {
    return Golden.panel(rows("00_inputs/asem_iData.csv"), columns);
  }

  private static int whole(String cell) {
    return Integer.parseInt(cell);
  }

  private static Kind kind(String cell) {
    return switch (cell) {
      case "winhi" -> Kind.WINSORISED_HIGH;
      case "winlo" -> Kind.WINSORISED_LOW;
      case "" -> null;
      default -> Kind.LOGARITHM;
    };
  }
}

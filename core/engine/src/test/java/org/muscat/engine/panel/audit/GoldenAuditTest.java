package org.muscat.engine.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.assertSame;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;

class GoldenAuditTest {

  @ParameterizedTest
  @CsvSource({
    "level1_normalised_pearson, Normalised, PEARSON",
    "level1_raw_pairwise_spearman, Raw, SPEARMAN",
    "levels_2_3_pearson, Aggregated, PEARSON"
  })
  void shouldEqualTheGoldenCorrelations(String file, String stage, Correlation correlation) {
    Panel panel = Golden.panel("04_pipeline/" + stage + ".csv");

    for (CSVRecord row : rows("09_corr/" + file + ".csv")) {
      double[] x = panel.column(row.get("Var1"));
      double[] y = panel.column(row.get("Var2"));
      assertClose(row.toString(), correlation.of(x, y), number(row.get("Correlation")));
    }
  }

  @Test
  void shouldEqualTheGoldenAlphas() {
    Hierarchy hierarchy = Golden.hierarchy();

    for (CSVRecord row : rows("09_corr/cronbach.csv")) {
      Panel panel = Golden.panel("04_pipeline/" + row.get("dset") + ".csv");
      List<PanelNode> nodes =
          row.get("group").equals("all pillars")
              ? hierarchy.level(2)
              : hierarchy.indicatorsBelow(row.get("group"));
      List<String> columns = nodes.stream().map(PanelNode::id).toList();
      assertThat(columns).hasSize(Integer.parseInt(row.get("k")));
      assertClose(row.toString(), Consistency.alpha(panel, columns), number(row.get("alpha")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void shouldEqualTheGoldenScoresWithOneRemoved(int level) {
    Panel normalised = Golden.panel("04_pipeline/Normalised.csv");
    List<LevelRule> rules = List.of(LevelRule.of(PowerMean.ARITHMETIC));

    Panel scores = RemoveOne.scores(normalised, Golden.hierarchy(), rules, level);

    assertSame(scores, Golden.panel("10_audit/remove_level" + level + "_Scores.csv"));
  }
}

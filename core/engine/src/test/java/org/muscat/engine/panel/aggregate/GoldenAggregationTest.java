package org.muscat.engine.panel.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.assertSame;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.aggregate.PowerMean.ARITHMETIC;
import static org.muscat.engine.panel.aggregate.PowerMean.GEOMETRIC;
import static org.muscat.engine.panel.aggregate.PowerMean.HARMONIC;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;

class GoldenAggregationTest {

  private static final String FULL = "08_aggregate/_input_normalised_1_100.csv";
  private static final String GAPS = "08_aggregate/_input_raw_na_normalised_1_100.csv";

  static Stream<Arguments> means() {
    return Stream.of(
        Arguments.of("amean", FULL, rules(ARITHMETIC)),
        Arguments.of("gmean", FULL, rules(GEOMETRIC)),
        Arguments.of("hmean", FULL, rules(HARMONIC)),
        Arguments.of("genmean_p2", FULL, rules(new PowerMean(2))),
        Arguments.of("genmean_p-1", FULL, rules(new PowerMean(-1))),
        Arguments.of("amean_gmean_amean", FULL, rules(ARITHMETIC, GEOMETRIC, ARITHMETIC)),
        Arguments.of("na_amean", GAPS, rules(ARITHMETIC)),
        Arguments.of("na_gmean", GAPS, rules(GEOMETRIC)),
        Arguments.of("na_amean_thresh0.8", GAPS, List.of(new LevelRule(ARITHMETIC, 0.8))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("means")
  void shouldEqualTheGoldenScores(String file, String input, List<LevelRule> rules) {
    Aggregation aggregation = new Aggregation(Golden.hierarchy(), rules);

    Panel scores = aggregation.apply(Golden.panel(input)).scores();

    assertSame(scores, Golden.panel("08_aggregate/" + file + ".csv"));
  }

  @Test
  void shouldEqualTheGoldenScoresWithOtherWeights() {
    Hierarchy odd = Golden.hierarchy().withWeights(Golden.weights("07_weights/odd.csv", "Weight"));

    Panel scores = new Aggregation(odd, rules(ARITHMETIC)).apply(Golden.panel(FULL)).scores();

    assertSame(scores, Golden.panel("08_aggregate/amean_oddweights.csv"));
  }

  @Test
  void shouldEqualTheGoldenEffectiveWeights() {
    assertEffective("original", "effective");
    assertEffective("equal", "effective");
    assertEffective("odd", "effective_odd");
  }

  @Test
  void shouldEqualTheGoldenMeansOfVectors() {
    for (CSVRecord row : Golden.rows("08_aggregate/vector_cases.csv")) {
      assertClose("amean", mean(ARITHMETIC, row), number(row.get("amean")));
      assertClose("gmean", mean(GEOMETRIC, row), number(row.get("gmean")));
      assertClose("hmean", mean(HARMONIC, row), number(row.get("hmean")));
      if (!row.get("case").equals("2")) {
        assertClose("p = 2", mean(new PowerMean(2), row), number(row.get("gen_p2")));
        assertClose("p = -1", mean(new PowerMean(-1), row), number(row.get("gen_pm1")));
        assertClose("p = 0.5", mean(new PowerMean(0.5), row), number(row.get("gen_p05")));
      }
    }
  }

  @Test
  void shouldSkipAMissingValueInAPowerMeanWhereThePeerGivesNothing() {
    // The peer says that its power mean skips missing values, and gives NA for [1, NA, 3, 4]; its
    // own harmonic mean, which is the power mean of -1, gives a number. Ours are of one family.
    CSVRecord gap = Golden.rows("08_aggregate/vector_cases.csv").get(1);

    for (String peer : List.of("gen_p2", "gen_pm1", "gen_p05")) {
      assertThat(gap.get(peer)).isEqualTo("NA");
    }
    assertClose("p = 2", mean(new PowerMean(2), gap), Math.sqrt((1 + 3 * 9 + 4 * 16) / 8.0));
    assertClose("p = -1", mean(new PowerMean(-1), gap), number(gap.get("hmean")));
    double root = (1 + 3 * Math.sqrt(3) + 4 * 2) / 8;
    assertClose("p = 0.5", mean(new PowerMean(0.5), gap), root * root);
  }

  @Test
  void shouldEqualTheGoldenLineage() {
    Hierarchy hierarchy = Golden.hierarchy();

    for (CSVRecord row : Golden.rows("00_inputs/asem_lineage.csv")) {
      for (int level = 1; level < 4; level++) {
        assertThat(hierarchy.node(row.get(level - 1)).parent()).isEqualTo(row.get(level));
      }
    }
  }

  private static void assertEffective(String weights, String expected) {
    Map<String, Double> effective =
        Golden.hierarchy()
            .withWeights(Golden.weights("07_weights/" + weights + ".csv", "Weight"))
            .effectiveWeights();

    Map<String, Double> golden = Golden.weights("07_weights/" + expected + ".csv", "EffWeight");
    assertThat(effective).hasSameSizeAs(golden);
    golden.forEach((id, weight) -> assertClose(id, effective.get(id), weight));
  }

  private static double mean(PowerMean mean, CSVRecord row) {
    return mean.of(vector(row.get("x")), vector(row.get("w")));
  }

  private static double[] vector(String cell) {
    return Arrays.stream(cell.split(";")).mapToDouble(Golden::number).toArray();
  }

  private static List<LevelRule> rules(PowerMean... means) {
    return Arrays.stream(means).map(LevelRule::of).toList();
  }
}

package org.muscat.engine.panel.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.assertSame;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.Ties;

class GoldenNormalisationTest {

  private static final String TREATED = "04_pipeline/Treated.csv";
  private static final String RAW = "00_inputs/raw_dset.csv";

  /** Number i of the file is the i-th unit. */
  private static final int REFERENCE = 12 - 1;

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of("minmax_0_100", TREATED, Normalisers.minMax(0, 100)),
        Arguments.of("minmax_1_100", TREATED, Normalisers.minMax(1, 100)),
        Arguments.of("zscore_100_10", TREATED, Normalisers.zScore(100, 10)),
        Arguments.of("rank_min", TREATED, Normalisers.rank(Ties.MIN)),
        Arguments.of("borda_min", TREATED, Normalisers.borda(Ties.MIN)),
        Arguments.of("prank_average", TREATED, Normalisers.percentileRank(Ties.AVERAGE)),
        Arguments.of("dist2max", TREATED, Normalisers.distanceToMax()),
        Arguments.of("dist2ref_12_cap", TREATED, Normalisers.distanceToReference(REFERENCE, true)),
        Arguments.of("raw_na_minmax_0_100", RAW, Normalisers.minMax(0, 100)),
        Arguments.of("raw_na_zscore_0_1", RAW, Normalisers.zScore(0, 1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void shouldEqualTheGoldenScores(String file, String input, Normaliser normaliser) {
    Panel scores = Normalisation.apply(Golden.panel(input), Golden.hierarchy(), normaliser);

    assertSame(scores, Golden.panel("06_normalise/" + file + ".csv"));
  }

  static Stream<Arguments> methodsByIndicator() {
    Function<CSVRecord, Normaliser> goalposts =
        row ->
            Normalisers.goalposts(
                cell(row, "goalpost_lower"),
                cell(row, "goalpost_upper"),
                cell(row, "goalpost_scale"),
                row.get("goalpost_trunc2posts").equals("TRUE"));
    Function<CSVRecord, Normaliser> scaled =
        row ->
            Normalisers.scaled(
                cell(row, "scaled_lower"), cell(row, "scaled_upper"), cell(row, "scale_factor"));
    Function<CSVRecord, Normaliser> target =
        row ->
            Normalisers.distanceToTarget(
                cell(row, "Target"), row.get("dist2targ_cap_max").equals("TRUE"));
    return Stream.of(
        Arguments.of("imeta_goalposts_trunc", goalposts),
        Arguments.of("imeta_scaled", scaled),
        Arguments.of("imeta_dist2targ_cap", target));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methodsByIndicator")
  void shouldEqualTheGoldenScoresWithParametersByIndicator(
      String file, Function<CSVRecord, Normaliser> normaliser) {
    Map<String, CSVRecord> parameters = new HashMap<>();
    rows("06_normalise/iMeta_params.csv").forEach(row -> parameters.put(row.get("iCode"), row));

    Panel scores =
        Normalisation.apply(
            Golden.panel(TREATED),
            Golden.hierarchy(),
            indicator -> normaliser.apply(parameters.get(indicator.id())));

    assertSame(scores, Golden.panel("06_normalise/" + file + ".csv"));
  }

  @Test
  void shouldEqualTheGoldenFractionsOfTheMaximum() {
    Panel treated = Golden.panel(TREATED);
    List<CSVRecord> golden = rows("06_normalise/fracmax.csv");

    for (PanelNode indicator : Golden.hierarchy().indicators()) {
      double[] oriented = indicator.direction().orient(treated.column(indicator.id()));
      double[] scores = Normalisers.fractionOfMax().scores(oriented, indicator.direction());
      for (int u = 0; u < scores.length; u++) {
        assertClose(indicator.id(), scores[u], number(golden.get(u).get(indicator.id())));
      }
    }
  }

  @Test
  void shouldRefuseAFractionOfAMaximumThatTurnsTheOrderRound() {
    // The peer divides by a maximum of zero or below and gives Inf, NaN, and 1.4 to a unit that is
    // worse than the best: the order of a falling indicator is turned round.
    Panel tariff = Golden.panel(TREATED).selectColumns(List.of("PrimEner"));

    assertThat(number(rows("06_normalise/fracmax.csv").get(0).get("PrimEner"))).isGreaterThan(1);
    assertThatThrownBy(
            () -> Normalisation.apply(tariff, Golden.hierarchy(), Normalisers.fractionOfMax()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'PrimEner'")
        .hasMessageContaining("(-1)");
  }

  @Test
  void shouldEqualTheGoldenEdgeCases() {
    Map<String, Normaliser> byName =
        Map.of(
            "n_minmax", Normalisers.minMax(0, 100),
            "n_zscore", Normalisers.zScore(0, 1),
            "n_rank", Normalisers.rank(Ties.MIN),
            "n_prank", Normalisers.percentileRank(Ties.MIN),
            "n_borda", Normalisers.borda(Ties.MIN),
            "n_dist2max", Normalisers.distanceToMax(),
            "n_fracmax", Normalisers.fractionOfMax());
    Map<String, List<CSVRecord>> cases = new LinkedHashMap<>();
    rows("06_normalise/vector_edge_cases.csv")
        .forEach(
            row ->
                cases
                    .computeIfAbsent(
                        row.get("vector") + " " + row.get("fn"), k -> new ArrayList<>())
                    .add(row));

    cases.forEach(
        (name, vector) -> {
          double[] x = vector.stream().mapToDouble(row -> number(row.get("x"))).toArray();
          Normaliser normaliser = byName.get(vector.get(0).get("fn"));
          double[] scores = normaliser.scores(x, Direction.UP);
          for (int i = 0; i < x.length; i++) {
            assertClose(name + " " + (i + 1), scores[i], number(vector.get(i).get("y")));
          }
        });
    assertThat(cases).hasSize(7 * 7);
  }

  private static double cell(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}

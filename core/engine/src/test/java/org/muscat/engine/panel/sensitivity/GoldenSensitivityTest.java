package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.Samples;

/** The analysis of the ASEM example, run by run, and the estimates of the peer as evidence. */
class GoldenSensitivityTest {

  private static final String SA = "12_sensitivity/sa_N100_seed42";
  private static final String UA = "12_sensitivity/ua_N100_seed42";
  private static final String RESPONSE = "y_mean_abs_rank_change";

  private final Alternatives alternatives = Asem.alternatives();
  private final Composer composer = new Composer(alternatives);
  private final LeagueTable table = new LeagueTable(alternatives.nominal().column("Index"));

  @Test
  void shouldEqualEveryCombinationOfTheGoldenFactorial() {
    Factorial factorial = new Factorial(alternatives.factors());
    List<CSVRecord> golden = rows("12_sensitivity/asem_exact_factorial_y.csv");

    assertThat(golden).hasSize(factorial.runs());
    for (int i = 0; i < factorial.runs(); i++) {
      int[] run = factorial.run(i);
      CSVRecord row = golden.get(i);
      assertThat(List.of(row.get(0), row.get(1), row.get(2), row.get(3)))
          .isEqualTo(Arrays.stream(run).mapToObj(way -> Integer.toString(way + 1)).toList());
      // A sum of whole numbers over 51: equal to the last bit if and only if the ranks are.
      assertThat(respond(run)).as(row.toString()).isEqualTo(number(row.get(RESPONSE)));
    }
  }

  @Test
  void shouldEqualTheGoldenExactIndices() {
    Assessment exact = Sensitivity.exact(alternatives, 0.9);

    List<CSVRecord> golden = rows("12_sensitivity/asem_exact_factorial_indices.csv");
    assertThat(exact.runs()).isEqualTo(2000);
    assertThat(exact.indices()).hasSameSizeAs(golden);
    for (int i = 0; i < golden.size(); i++) {
      SobolIndex index = exact.indices().get(i);
      assertThat(index.factor().name()).isEqualTo(golden.get(i).get("Variable"));
      assertClose("first", index.first(), number(golden.get(i).get("Si_exact")));
      assertClose("total", index.total(), number(golden.get(i).get("STi_exact")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SA, UA})
  void shouldReplayTheGoldenDesign(String analysis) {
    for (CSVRecord row : rows(analysis + "_design.csv")) {
      assertThat(respond(run(row))).as(row.get("run")).isEqualTo(number(row.get(RESPONSE)));
    }
  }

  @Test
  void shouldEqualTheGoldenScoresOfEachRun() {
    Panel golden = Golden.panel(UA + "_scores.csv");

    assertIndex("Nominal", golden, alternatives.nominal().column("Index"));
    for (CSVRecord row : rows(UA + "_design.csv")) {
      assertIndex("r_" + row.get("run"), golden, composer.index(run(row)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SA, UA})
  void shouldEqualTheGoldenStatisticsOfTheRanks(String analysis) {
    // Of a design for indices only A and B count, which are independent.
    int independent = analysis.equals(SA) ? 200 : 100;
    RankCounts counts = new RankCounts(composer.units());
    rows(analysis + "_design.csv").stream()
        .limit(independent)
        .forEach(row -> counts.add(table.rank(composer.index(run(row))), 1));

    Map<String, RankStatistics> ours = new HashMap<>();
    counts.statistics(table.published(), 0.9).forEach(unit -> ours.put(unit.unit(), unit));
    List<CSVRecord> golden = rows(analysis + "_rankstats.csv");
    assertThat(ours).hasSameSizeAs(golden);
    for (CSVRecord row : golden) {
      RankStatistics unit = ours.get(row.get("uCode"));
      assertThat(unit.nominal()).isEqualTo(number(row.get("Nominal")));
      assertThat(unit.runs()).isEqualTo(independent);
      assertClose("mean", unit.mean(), number(row.get("Mean")));
      assertClose("median", unit.median(), number(row.get("Median")));
      assertClose("5 %", unit.range().lower(), number(row.get("Q5")));
      assertClose("95 %", unit.range().upper(), number(row.get("Q95")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SA, UA})
  void shouldCutTheUnitIntervalWhereThePeerCutsTheRangeOfTheSample(String analysis) {
    // The peer cuts the range from the least to the greatest number drawn, so which alternative a
    // number stands for depends on what else was drawn. Ours depends on the number alone.
    List<CSVRecord> design = rows(analysis + "_design.csv");
    int moved = 0;
    for (Factor factor : alternatives.factors()) {
      double[] drawn =
          design.stream().mapToDouble(row -> number(row.get("u_" + factor.name()))).toArray();
      double low = Samples.min(drawn);
      double range = Samples.max(drawn) - low;
      for (int i = 0; i < drawn.length; i++) {
        int golden = Integer.parseInt(design.get(i).get("alt_" + factor.name()));
        double share = (drawn[i] - low) / range;
        assertThat(Math.max(1, Math.ceil(share * factor.alternatives()))).isEqualTo(golden);
        int ours = factor.alternative(drawn[i]) + 1;
        assertThat(ours).isCloseTo(golden, within(2));
        moved += ours == golden ? 0 : 1;
      }
    }
    assertThat(moved).isEqualTo(analysis.equals(SA) ? 416 : 73);
  }

  @Test
  void shouldEqualTheTotalOfThePeerAndReproduceItsFirst() {
    Peer peer = new Peer(responses(), 4);
    List<SobolIndex> ours = estimates(responses());

    List<CSVRecord> golden = rows(SA + "_indices.csv");
    assertThat(golden).extracting(row -> row.get("Variable")).isEqualTo(Asem.FACTORS);
    for (int i = 0; i < 4; i++) {
      assertClose("peer's first", peer.first(i), number(golden.get(i).get("Si")));
      assertClose("peer's total", peer.total(i), number(golden.get(i).get("STi")));
      assertClose("our total", ours.get(i).total(), number(golden.get(i).get("STi")));
    }
  }

  @Test
  void shouldBeNearerToTheTruthThanTheUncentredFirstOfThePeer() {
    List<CSVRecord> golden = rows(SA + "_indices.csv");
    List<CSVRecord> truth = rows("12_sensitivity/asem_exact_factorial_indices.csv");
    List<SobolIndex> ours = estimates(responses());

    double peerSquares = 0;
    double ourSquares = 0;
    for (int i = 0; i < 4; i++) {
      double exact = number(truth.get(i).get("Si_exact"));
      peerSquares += Math.pow(number(golden.get(i).get("Si")) - exact, 2);
      ourSquares += Math.pow(ours.get(i).first() - exact, 2);
    }
    // The peer says .13 .34 .39 .56, ours .05 .08 .19 .49, and exact is .04 .07 .12 .56.
    assertThat(Math.sqrt(peerSquares / 4)).isCloseTo(0.196, within(0.001));
    assertThat(Math.sqrt(ourSquares / 4)).isCloseTo(0.051, within(0.001));
  }

  @Test
  void shouldNotMoveWithTheMeanOfTheResponseAsTheFirstOfThePeerDoes() {
    double[] raised = Arrays.stream(responses()).map(y -> y + 100).toArray();

    // Nothing varies more or less for it, so no share of the variance may change.
    for (int i = 0; i < 4; i++) {
      assertThat(estimates(raised).get(i).first())
          .isCloseTo(estimates(responses()).get(i).first(), within(1e-12));
    }
    assertThat(new Peer(responses(), 4).first(0)).isCloseTo(0.129, within(0.001));
    assertThat(new Peer(raised, 4).first(0)).isGreaterThan(3);
  }

  @Test
  void shouldReproduceTheIntervalsOfThePeerWhichHoldTheVarianceFixed() {
    Peer peer = new Peer(responses(), 4);
    for (int i = 0; i < 4; i++) {
      CSVRecord golden = rows(SA + "_indices.csv").get(i);
      assertInterval(peer.firstTerms(i), peer.variance(), golden, "Si_q");
      assertInterval(peer.totalTerms(i), 2 * peer.variance(), golden, "STi_q");
    }
  }

  @Test
  void shouldHaveTheExactIndicesWithinItsOwnIntervals() {
    List<SobolIndex> ours =
        new SobolEstimator(alternatives.factors(), responses(), FirstOrder.CENTRED)
            .estimate(new Bootstrap(1000, 0.95, 7));

    List<CSVRecord> truth = rows("12_sensitivity/asem_exact_factorial_indices.csv");
    for (int i = 0; i < 4; i++) {
      double first = number(truth.get(i).get("Si_exact"));
      double total = number(truth.get(i).get("STi_exact"));
      assertThat(first)
          .isBetween(ours.get(i).firstInterval().lower(), ours.get(i).firstInterval().upper());
      assertThat(total)
          .isBetween(ours.get(i).totalInterval().lower(), ours.get(i).totalInterval().upper());
    }
  }

  @Test
  void shouldFindTheGoldenNoiseOfTheWeightsWithinAQuarter() {
    Map<String, Double> original = Golden.weights("07_weights/original.csv", "Weight");
    int noisy = 0;
    for (CSVRecord row : rows("07_weights/noisy_100_seed1.csv")) {
      double ratio = number(row.get("Weight")) / original.get(row.get("iCode"));
      boolean uncertain = row.get("Level").equals("2") || row.get("Level").equals("3");
      assertThat(ratio).isCloseTo(1, within(uncertain ? 0.25 : 0));
      noisy += ratio == 1 ? 0 : 1;
    }
    assertThat(noisy).isEqualTo(100 * 10);
  }

  /** A quantile of 200 draws has a standard error of about .15 sd at 5 and 95 %. */
  private static void assertInterval(double[] terms, double scale, CSVRecord golden, String name) {
    SplittableRandom random = new SplittableRandom(11);
    double[] means = new double[4000];
    for (int r = 0; r < means.length; r++) {
      for (int row = 0; row < terms.length; row++) {
        means[r] += terms[random.nextInt(terms.length)] / terms.length / scale;
      }
    }
    double tolerance = 4 * 0.15 * Samples.standardDeviation(means);
    assertThat(number(golden.get(name + "5")))
        .isCloseTo(Samples.quantile(means, 0.05), within(tolerance));
    assertThat(number(golden.get(name + "95")))
        .isCloseTo(Samples.quantile(means, 0.95), within(tolerance));
  }

  private List<SobolIndex> estimates(double[] responses) {
    return new SobolEstimator(alternatives.factors(), responses, FirstOrder.CENTRED).estimate();
  }

  private static double[] responses() {
    return rows(SA + "_design.csv").stream()
        .mapToDouble(row -> number(row.get(RESPONSE)))
        .toArray();
  }

  private double respond(int[] run) {
    return table.change(table.rank(composer.index(run)));
  }

  private void assertIndex(String run, Panel golden, double[] index) {
    for (int u = 0; u < index.length; u++) {
      String unit = composer.units().get(u);
      assertClose(run + " " + unit, index[u], golden.value(unit, run));
    }
  }

  private static int[] run(CSVRecord row) {
    return Asem.FACTORS.stream()
        .mapToInt(factor -> Integer.parseInt(row.get("alt_" + factor)) - 1)
        .toArray();
  }
}

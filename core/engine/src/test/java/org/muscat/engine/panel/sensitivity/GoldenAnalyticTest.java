package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.engine.panel.Samples;

/** Functions with known indices: our estimates against the truth, and those of the peer. */
class GoldenAnalyticTest {

  private static final int DESIGNS = 100;

  /** By function and seed; most are looked at more than once. */
  private static final Map<String, double[]> RESPONSES = new HashMap<>();

  static Stream<Analytic> functions() {
    return Analytic.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldKnowTheGoldenTruthInClosedForm(Analytic analytic) {
    List<CSVRecord> golden = golden(analytic);

    assertThat(golden).hasSize(analytic.first().size());
    for (int i = 0; i < golden.size(); i++) {
      assertClose("mean", analytic.mean(), number(golden.get(i).get("mean_true")));
      assertClose("variance", analytic.variance(), number(golden.get(i).get("var_true")));
      assertClose("first", analytic.first().get(i), number(golden.get(i).get("Si_true")));
      assertClose("total", analytic.total().get(i), number(golden.get(i).get("STi_true")));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldEstimateTheTruthWithinTheErrorOfThePeer(Analytic analytic) {
    List<SobolIndex> ours = estimate(analytic, 20250601, FirstOrder.CENTRED);

    List<CSVRecord> golden = golden(analytic);
    for (int i = 0; i < golden.size(); i++) {
      CSVRecord row = golden.get(i);
      double first = 4 * number(row.get("Si_mcse"));
      double total = 4 * number(row.get("STi_mcse"));
      assertThat(ours.get(i).first()).isCloseTo(number(row.get("Si_true")), within(first));
      assertThat(ours.get(i).total()).isCloseTo(number(row.get("STi_true")), within(total));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldEstimateWithoutBiasByEitherEstimator(Analytic analytic) {
    for (FirstOrder firstOrder : FirstOrder.values()) {
      List<List<SobolIndex>> many = many(analytic, firstOrder);
      for (int i = 0; i < analytic.first().size(); i++) {
        int factor = i;
        double[] first = many.stream().mapToDouble(one -> one.get(factor).first()).toArray();
        double[] total = many.stream().mapToDouble(one -> one.get(factor).total()).toArray();
        assertThat(Samples.mean(first)).isCloseTo(analytic.first().get(i), within(error(first)));
        assertThat(Samples.mean(total)).isCloseTo(analytic.total().get(i), within(error(total)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldScatterAsTheGoldenEstimatesDo(Analytic analytic) {
    List<List<SobolIndex>> many = many(analytic, FirstOrder.CENTRED);
    List<Peer> peers =
        IntStream.range(0, DESIGNS)
            .mapToObj(seed -> new Peer(responses(analytic, seed), analytic.first().size()))
            .toList();

    List<CSVRecord> golden = golden(analytic);
    for (int i = 0; i < golden.size(); i++) {
      int factor = i;
      CSVRecord row = golden.get(i);
      double[] first = peers.stream().mapToDouble(peer -> peer.first(factor)).toArray();
      double[] total = many.stream().mapToDouble(one -> one.get(factor).total()).toArray();
      // Of 100 and of 400 designs, a standard deviation is known to 7 % and to 4 %.
      assertThat(Samples.standardDeviation(first) / number(row.get("Si_mcse")))
          .isCloseTo(1, within(0.32));
      assertThat(Samples.standardDeviation(total) / number(row.get("STi_mcse")))
          .isCloseTo(1, within(0.32));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldFindTheGoldenMeansOfManyDesignsAtTheTruth(Analytic analytic) {
    List<CSVRecord> golden = golden(analytic);
    for (int i = 0; i < golden.size(); i++) {
      CSVRecord row = golden.get(i);
      // The mean over 400 designs has a twentieth of the error of one.
      double first = 4 * number(row.get("Si_mcse")) / 20;
      double total = 4 * number(row.get("STi_mcse")) / 20;
      assertThat(number(row.get("Si_mean400"))).isCloseTo(analytic.first().get(i), within(first));
      assertThat(number(row.get("STi_mean400"))).isCloseTo(analytic.total().get(i), within(total));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldFindThatTheEstimatorsOfThePeerDifferByWhatIsNotOfTheFactor(Analytic analytic) {
    // mean(yB yABi) stands in both first-order estimators; one takes the squared mean from it, the
    // other mean(yA yB). So they differ by the same number for every factor: an error of the sample
    // that has nothing to do with any of them, and that centring takes away. The same for totals.
    List<CSVRecord> golden = golden(analytic);
    double first = difference(golden.get(0), "Si_saltelli2010_COINr", "Si_sobol1993");
    double total = difference(golden.get(0), "STi_sobol2007", "STi_homma_saltelli1996");
    for (CSVRecord row : golden) {
      assertThat(difference(row, "Si_saltelli2010_COINr", "Si_sobol1993"))
          .isCloseTo(first, within(1e-12));
      assertThat(difference(row, "STi_sobol2007", "STi_homma_saltelli1996"))
          .isCloseTo(total, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void shouldFindTheOtherGoldenEstimatesNearTheTruth(Analytic analytic) {
    List<CSVRecord> golden = golden(analytic);
    for (int i = 0; i < golden.size(); i++) {
      int factor = i;
      double[] jansen =
          many(analytic, FirstOrder.JANSEN).stream()
              .mapToDouble(one -> one.get(factor).first())
              .toArray();
      double spread = 4 * Samples.standardDeviation(jansen);
      CSVRecord row = golden.get(i);
      assertThat(number(row.get("Si_jansen1999")))
          .isCloseTo(analytic.first().get(i), within(spread));
      assertThat(number(row.get("Si_janon_monod")))
          .isCloseTo(analytic.first().get(i), within(spread));
      assertThat(number(row.get("STi_jansen1999_COINr")))
          .isCloseTo(analytic.total().get(i), within(4 * number(row.get("STi_mcse"))));
    }
  }

  @Test
  void shouldErrAThirdAsMuchAsTheUncentredFirstOfThePeer() {
    // The largest index of the linear function, .753, from 1000 rows: the peer is off by .10, for
    // it multiplies the chance difference of two samples by their mean of 3.75. Ours by .03.
    Analytic linear = Analytic.named("linear4");
    double[] peers = new double[200];
    double[] ours = new double[200];
    for (int seed = 0; seed < peers.length; seed++) {
      double[] responses = responses(linear, seed);
      peers[seed] = new Peer(responses, 4).first(0) - linear.first().get(0);
      ours[seed] =
          estimate(linear, seed, FirstOrder.CENTRED).get(0).first() - linear.first().get(0);
    }

    assertThat(rootMeanSquare(peers))
        .isCloseTo(0.105, within(0.02))
        .isCloseTo(number(golden(linear).get(0).get("Si_mcse")), within(0.02));
    assertThat(rootMeanSquare(ours)).isCloseTo(0.03, within(0.006));
  }

  private static List<List<SobolIndex>> many(Analytic analytic, FirstOrder firstOrder) {
    return IntStream.range(0, DESIGNS)
        .mapToObj(seed -> estimate(analytic, seed, firstOrder))
        .toList();
  }

  private static List<SobolIndex> estimate(Analytic analytic, long seed, FirstOrder firstOrder) {
    return new SobolEstimator(analytic.factors(), responses(analytic, seed), firstOrder).estimate();
  }

  private static double[] responses(Analytic analytic, long seed) {
    return RESPONSES.computeIfAbsent(
        analytic.name() + " " + seed,
        key ->
            SaltelliDesign.random(analytic.first().size(), size(analytic), seed)
                .responses(analytic.function()));
  }

  /** Four standard errors of the mean; what does not vary at all is off by rounding alone. */
  private static double error(double[] estimates) {
    return 4 * Samples.standardDeviation(estimates) / Math.sqrt(estimates.length) + 1e-12;
  }

  private static double rootMeanSquare(double[] values) {
    return Math.sqrt(
        IntStream.range(0, values.length)
            .mapToDouble(i -> values[i] * values[i])
            .average()
            .orElseThrow());
  }

  private static double difference(CSVRecord row, String one, String other) {
    return number(row.get(one)) - number(row.get(other));
  }

  /**
   * The rows of the designs behind a golden file. It does not tell them; the scatter of its
   * estimates does.
   */
  private static int size(Analytic analytic) {
    return analytic.name().equals("linear4") || analytic.name().equals("sobol_g8") ? 1000 : 4000;
  }

  private static List<CSVRecord> golden(Analytic analytic) {
    return rows("12_sensitivity/analytic_" + analytic.name() + "_indices.csv");
  }
}

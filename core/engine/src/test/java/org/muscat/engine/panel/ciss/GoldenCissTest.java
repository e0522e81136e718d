package org.muscat.engine.panel.ciss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.muscat.engine.attribution.Owen;
import org.muscat.engine.attribution.Shapley;
import org.muscat.engine.panel.stream.Distribution;

class GoldenCissTest {

  private static final List<String> MARKETS = List.of("MM", "BM", "EM", "FI", "FX");
  private static final double[] WEIGHTS = {.15, .15, .25, .30, .15};
  private static final int SAMPLE = 150;

  @Test
  void shouldEqualTheGoldenRecursiveDistribution() {
    List<CSVRecord> inputs = rows("14_ciss/input_15_series.csv");
    List<CSVRecord> golden = rows("14_ciss/ecdf_z.csv");
    List<String> header = inputs.get(0).getParser().getHeaderNames();

    for (String series : header.subList(1, header.size())) {
      double[] x = inputs.stream().mapToDouble(row -> number(row.get(series))).toArray();
      Distribution distribution = Distribution.of(Arrays.copyOf(x, SAMPLE));
      for (int t = 0; t < x.length; t++) {
        distribution = t < SAMPLE ? distribution : distribution.plus(x[t]);
        assertThat(distribution.share(x[t])).isEqualTo(number(golden.get(t).get(series)));
      }
    }
  }

  @Test
  void shouldEqualTheGoldenSubIndices() {
    List<CSVRecord> z = rows("14_ciss/ecdf_z.csv");
    List<double[]> subIndices = subIndices();

    for (int t = 0; t < z.size(); t++) {
      for (int m = 0; m < MARKETS.size(); m++) {
        double sum = 0;
        for (int k = 1; k <= 3; k++) {
          sum += number(z.get(t).get(MARKETS.get(m) + k));
        }
        assertClose("t = " + (t + 1), sum / 3, subIndices.get(t)[m]);
      }
    }
  }

  @Test
  void shouldEqualTheGoldenComposite() {
    List<CSVRecord> golden = rows("14_ciss/ciss.csv");
    List<Ciss> composites = composites();
    List<double[][]> correlations = correlations();

    for (int t = 0; t < composites.size(); t++) {
      CSVRecord row = golden.get(t);
      Ciss ciss = composites.get(t);
      assertClose("value", ciss.value(), number(row.get("CISS")));
      assertClose("root", ciss.root(), number(row.get("CISS_sqrt")));
      assertClose("bound", ciss.perfectCorrelation(), number(row.get("perfect_corr_bound")));
      assertThat(ciss.correlationContribution())
          .isCloseTo(number(row.get("correlation_contribution")), within(1e-14));
      double[] parts = ciss.contributions();
      for (int i = 0; i < parts.length; i++) {
        assertThat(parts[i]).isCloseTo(number(row.get("contr_" + MARKETS.get(i))), within(1e-14));
        for (int j = i + 1; j < parts.length; j++) {
          assertThat(correlations.get(t)[i][j])
              .isCloseTo(
                  number(row.get("rho_" + MARKETS.get(i) + "_" + MARKETS.get(j))), within(1e-12));
        }
      }
      assertThat(Arrays.stream(parts).sum()).isCloseTo(ciss.value(), within(1e-15));
    }
  }

  @Test
  void shouldEqualTheGoldenSplitOfAChange() {
    List<Ciss> composites = composites();

    for (CSVRecord row : rows("15_attribution/owen_ciss_closed_form.csv")) {
      Ciss from = composites.get(Integer.parseInt(row.get("t0")) - 1);
      Ciss to = composites.get(Integer.parseInt(row.get("t1")) - 1);
      Ciss.Change change = from.to(to);
      int market = MARKETS.indexOf(row.get("player"));
      assertThat(market < 0 ? change.ofCorrelations() : change.ofSubIndices()[market])
          .isCloseTo(number(row.get("owen_closed_form")), within(1e-14));
      assertClose("value before", from.value(), number(row.get("CISS_t0")));
      assertClose("value after", to.value(), number(row.get("CISS_t1")));
    }
  }

  @Test
  void shouldSplitEveryChangeWithoutRemainder() {
    List<Ciss> composites = composites();

    for (int t = 1; t < composites.size(); t++) {
      Ciss from = composites.get(t - 1);
      Ciss to = composites.get(t);
      Ciss.Change change = from.to(to);
      double sum = Arrays.stream(change.ofSubIndices()).sum() + change.ofCorrelations();
      assertThat(sum).isCloseTo(to.value() - from.value(), within(1e-14));
    }
  }

  @Test
  void shouldSplitAChangeAsTheOwenValueByEnumeration() {
    double[] values =
        Owen.values(List.of(List.of(0, 1, 2, 3, 4), List.of(5)), set -> mixed(370, 400, set));

    Ciss.Change change = composites().get(369).to(composites().get(399));
    double[] closed = Arrays.copyOf(change.ofSubIndices(), 6);
    closed[5] = change.ofCorrelations();

    assertThat(values).containsExactly(closed, within(1e-14));
  }

  @Test
  void shouldEqualTheGoldenShapleyValuesOfAChange() {
    double[] values = Shapley.values(6, set -> mixed(370, 400, set));

    double[] golden =
        rows("15_attribution/shapley_ciss_t370_t400.csv").stream()
            .mapToDouble(row -> number(row.get("shapley")))
            .toArray();
    assertThat(values).containsExactly(golden, within(1e-14));
  }

  @Test
  void shouldRefuseSubIndicesThatAreNone() {
    EwmaCorrelation state =
        EwmaCorrelation.start(EwmaCorrelation.LAMBDA, List.of(new double[] {.5, .2}));

    assertThatThrownBy(() -> state.next(new double[] {Double.NaN, .2}))
        .hasMessageContaining("sub-index 0 is NaN");
    assertThatThrownBy(() -> state.next(new double[] {.2})).hasMessageContaining("instead of 2");
    assertThatThrownBy(state::correlations).hasMessageContaining("sub-index 0 never left 0.5");
  }

  /** The players of a set from the later time, the others from the earlier; 5 is correlation. */
  @Test
  void shouldTakeSubIndicesAtTheEndsOfTheirRange() {
    EwmaCorrelation state =
        EwmaCorrelation.start(EwmaCorrelation.LAMBDA, List.of(new double[] {0, 1}));

    assertThat(state.next(new double[] {1, 0}).correlations()[0][1]).isCloseTo(-1, within(1e-15));
  }

  @Test
  void shouldRefuseADecayThatForgetsNothingOrAll() {
    List<double[]> sample = List.of(new double[] {.5, .2});

    assertThatThrownBy(() -> EwmaCorrelation.start(0, sample)).hasMessageContaining("lambda is 0");
    assertThatThrownBy(() -> EwmaCorrelation.start(1, sample)).hasMessageContaining("lambda is 1");
    assertThatThrownBy(() -> EwmaCorrelation.start(.9, List.of())).hasMessageContaining("0 times");
  }

  private static double mixed(int from, int to, int set) {
    double[] s = subIndices().get(from - 1).clone();
    for (int i = 0; i < s.length; i++) {
      s[i] = (set >> i & 1) == 1 ? subIndices().get(to - 1)[i] : s[i];
    }
    return Ciss.of(WEIGHTS, s, correlations().get(((set >> 5 & 1) == 1 ? to : from) - 1)).value();
  }

  private static List<Ciss> composites() {
    List<double[]> subIndices = subIndices();
    List<double[][]> correlations = correlations();
    List<Ciss> composites = new ArrayList<>();
    for (int t = 0; t < subIndices.size(); t++) {
      composites.add(Ciss.of(WEIGHTS, subIndices.get(t), correlations.get(t)));
    }
    return composites;
  }

  private static List<double[][]> correlations() {
    List<double[]> subIndices = subIndices();
    EwmaCorrelation state =
        EwmaCorrelation.start(EwmaCorrelation.LAMBDA, subIndices.subList(0, SAMPLE));
    List<double[][]> correlations = new ArrayList<>();
    for (double[] now : subIndices) {
      state = state.next(now);
      correlations.add(state.correlations());
    }
    return correlations;
  }

  private static List<double[]> subIndices() {
    return rows("14_ciss/subindices.csv").stream()
        .map(row -> MARKETS.stream().mapToDouble(market -> number(row.get(market))).toArray())
        .toList();
  }
}

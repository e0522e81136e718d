package org.muscat.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.panel.Golden.assertClose;
import static org.muscat.engine.panel.Golden.number;
import static org.muscat.engine.panel.Golden.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.aggregate.PowerMean;

class GoldenAttributionTest {

  private static final String CHANGES = "15_attribution/shapley_change_8pillars.csv";

  @Test
  void shouldEqualTheGoldenShapleyValues() {
    for (List<CSVRecord> change : changes()) {
      double[] from = column(change, "x0");
      ToDoubleFunction<double[]> function = function(change);

      double[] values =
          Shapley.values(from.length, Coalitions.ofChange(function, from, column(change, "x1")));

      assertClose("f0", function.applyAsDouble(from), number(change.get(0).get("f0")));
      assertParts(change, values, "shapley");
    }
  }

  @Test
  void shouldEqualTheGoldenLogarithmicMeanParts() {
    int compared = 0;
    for (List<CSVRecord> change : changes()) {
      if (!change.get(0).get("lmdi").equals("NA")) {
        double[] parts =
            LogMean.ofGeometricMean(
                column(change, "w"), column(change, "x0"), column(change, "x1"));

        assertParts(change, parts, "lmdi");
        compared++;
      }
    }
    assertThat(compared).isEqualTo(3);
  }

  @Test
  void shouldEqualTheGoldenPathIntegrals() {
    int compared = 0;
    for (List<CSVRecord> change : changes()) {
      UnaryOperator<double[]> gradient = gradient(change);
      if (gradient != null) {
        double[] values =
            AumannShapley.values(gradient, column(change, "x0"), column(change, "x1"));

        // The golden values were made with finite differences, to about 1e-9.
        assertThat(values).containsExactly(column(change, "aumann_shapley"), within(2e-9));
        assertThat(Arrays.stream(values).sum()).isCloseTo(moved(change), within(1e-12));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(15);
  }

  @Test
  void shouldEqualTheGoldenOwenValues() {
    Map<String, List<CSVRecord>> byUnit = new LinkedHashMap<>();
    rows("15_attribution/owen_hierarchy.csv")
        .forEach(row -> byUnit.computeIfAbsent(row.get("unit"), k -> new ArrayList<>()).add(row));

    for (List<CSVRecord> change : byUnit.values()) {
      List<Integer> connectivity = players(change, "Conn");
      List<Integer> sustainability = players(change, "Sust");
      Coalitions game =
          Coalitions.ofChange(
              x -> Math.sqrt(geometric(x, connectivity) * geometric(x, sustainability)),
              column(change, "x0"),
              column(change, "x1"));

      assertParts(change, Owen.values(List.of(connectivity, sustainability), game), "owen");
      assertParts(change, Shapley.values(8, game), "shapley_flat");
    }
    assertThat(byUnit).hasSize(3);
  }

  private static void assertParts(List<CSVRecord> change, double[] parts, String column) {
    // Relative to the change: a part near nought is a difference of larger numbers.
    double scale = Math.abs(moved(change));
    for (int i = 0; i < parts.length; i++) {
      assertThat(parts[i])
          .as(change.get(i).toString())
          .isCloseTo(number(change.get(i).get(column)), within(1e-12 * Math.max(1, scale)));
    }
    assertThat(Arrays.stream(parts).sum()).isCloseTo(moved(change), within(1e-12 * (1 + scale)));
  }

  private static double moved(List<CSVRecord> change) {
    return number(change.get(0).get("f1")) - number(change.get(0).get("f0"));
  }

  private static Collection<List<CSVRecord>> changes() {
    Map<String, List<CSVRecord>> changes = new LinkedHashMap<>();
    rows(CHANGES)
        .forEach(
            row ->
                changes
                    .computeIfAbsent(row.get("unit") + row.get("fn"), key -> new ArrayList<>())
                    .add(row));
    assertThat(changes).hasSize(21);
    return changes.values();
  }

  private static ToDoubleFunction<double[]> function(List<CSVRecord> change) {
    double[] w = column(change, "w");
    return switch (change.get(0).get("fn")) {
      case "min" -> x -> Arrays.stream(x).min().orElseThrow();
      case "owa_worst3" -> x -> Arrays.stream(x).sorted().limit(3).average().orElseThrow();
      case "mpi_minus" -> x -> mean(x) - variance(x) / mean(x);
      default -> x -> new PowerMean(exponent(change)).of(x, w);
    };
  }

  /** Null where the function has kinks. */
  private static UnaryOperator<double[]> gradient(List<CSVRecord> change) {
    double[] w = column(change, "w");
    return switch (change.get(0).get("fn")) {
      case "min", "owa_worst3" -> null;
      case "mpi_minus" ->
          x -> {
            double m = mean(x);
            double v = variance(x);
            return Arrays.stream(x)
                .map(xi -> (1 - 2 * (xi - m) / m + v / (m * m)) / x.length)
                .toArray();
          };
      default ->
          x -> {
            double p = exponent(change);
            double f = new PowerMean(p).of(x, w);
            double[] slope = new double[x.length];
            for (int i = 0; i < x.length; i++) {
              slope[i] = w[i] * Math.pow(x[i] / f, p - 1);
            }
            return slope;
          };
    };
  }

  private static double exponent(List<CSVRecord> change) {
    return switch (change.get(0).get("fn")) {
      case "amean" -> 1;
      case "gmean" -> 0;
      case "hmean" -> -1;
      case "genmean_m1.5" -> -1.5;
      default -> throw new IllegalStateException(change.get(0).get("fn"));
    };
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  private static double variance(double[] x) {
    double mean = mean(x);
    return Arrays.stream(x).map(xi -> (xi - mean) * (xi - mean)).average().orElseThrow();
  }

  private static double geometric(double[] x, List<Integer> members) {
    return Math.exp(members.stream().mapToDouble(i -> Math.log(x[i])).average().orElseThrow());
  }

  private static List<Integer> players(List<CSVRecord> change, String union) {
    List<Integer> players = new ArrayList<>();
    for (int i = 0; i < change.size(); i++) {
      if (change.get(i).get("subindex").equals(union)) {
        players.add(i);
      }
    }
    return players;
  }

  private static double[] column(List<CSVRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row.get(column))).toArray();
  }
}

package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.panel.Golden.number;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.regime.GaussianHmm.Step;

class GoldenHmmTest {

  private static final GaussianHmm TWO_STATES =
      new GaussianHmm(
          new double[][] {{.97, .03}, {.08, .92}},
          new double[][] {{0}, {1.5}},
          new double[][] {{.5}, {1.1}});
  private static final List<Double> STATIONARY = List.of(.08 / .11, .03 / .11);

  @Test
  void shouldHoldTheGoldenFilter() {
    List<CSVRecord> rows = Golden.rows("18_regime/markov_switching.csv");

    List<Double> probabilities = STATIONARY;
    double logLikelihood = 0;
    for (CSVRecord row : rows) {
      Step step = TWO_STATES.step(probabilities, List.of(OptionalDouble.of(number(row.get(1)))), 1);
      probabilities = step.filtered();
      logLikelihood += step.logLikelihood();

      assertThat(step.predicted().get(1)).isCloseTo(number(row.get(3)), within(1e-10));
      assertThat(step.filtered().get(1)).isCloseTo(number(row.get(4)), within(1e-10));
    }
    assertThat(rows).hasSize(300);
    assertThat(logLikelihood).isCloseTo(-295.5494918132507, within(1e-10));
  }
}

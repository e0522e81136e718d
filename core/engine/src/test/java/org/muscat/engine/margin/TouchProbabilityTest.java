package org.muscat.engine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.margin.ReliabilityTest.Forecast;
import org.muscat.engine.margin.TouchProbability.Published;
import org.muscat.engine.margin.TouchProbability.Withheld;

class TouchProbabilityTest {

  private static final Margin MARGIN = Margin.of(67, 55, 2.1, 14, Set.of());

  @Test
  void shouldPublishForAModelThatPassed() {
    ReliabilityTest test = new ReliabilityTest(0.05, 100);

    TouchProbability touch = TouchProbability.of(MARGIN, -0.3, test);

    assertThat(touch).isInstanceOf(Published.class);
    assertThat(((Published) touch).probability()).isCloseTo(.2608, within(0.5e-4));
    assertThat(((Published) touch).days()).isEqualTo(14);
    assertThat(((Published) touch).test()).isEqualTo(test);
  }

  @Test
  void shouldWithholdWithoutATest() {
    assertThat(TouchProbability.of(MARGIN, 0, null))
        .isEqualTo(new Withheld("the model has no reliability test"));
  }

  @Test
  void shouldWithholdAfterAFailedTest() {
    assertThat(TouchProbability.of(MARGIN, 0, new ReliabilityTest(0.113, 500)))
        .isEqualTo(
            new Withheld(
                "the model failed its reliability test: calibration error 0.113 over 500 forecasts"
                    + " is above 0.05"));
  }

  @Test
  void shouldWithholdAfterATestOfTooFewForecasts() {
    assertThat(TouchProbability.of(MARGIN, 0, new ReliabilityTest(0, 99)))
        .isEqualTo(
            new Withheld("the reliability test of the model has 99 forecasts, 100 are needed"));
  }

  @Test
  void shouldMeasureTheCalibrationErrorByBins() {
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      forecasts.add(new Forecast(0.02, i < 6));
    }
    for (int i = 0; i < 10; i++) {
      forecasts.add(new Forecast(1, i < 7));
    }

    ReliabilityTest test = ReliabilityTest.of(forecasts);

    assertThat(test.forecasts()).isEqualTo(40);
    assertThat(test.calibrationError())
        .isCloseTo((30 * Math.abs(0.02 - 0.2) + 10 * Math.abs(1 - 0.7)) / 40, within(1e-12));
  }

  @Test
  void shouldPassForecastsThatComeTrueAndFailThoseThatDoNot() {
    Random random = new Random(1);
    List<Forecast> honest = new ArrayList<>();
    List<Forecast> calming = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double truth = random.nextDouble();
      boolean touched = random.nextDouble() < truth;
      honest.add(new Forecast(truth, touched));
      calming.add(new Forecast(truth * truth, touched));
    }

    assertThat(ReliabilityTest.of(honest).isPassed()).isTrue();
    assertThat(ReliabilityTest.of(calming).isPassed()).isFalse();
  }

  @Test
  void shouldNotPassWithoutForecasts() {
    assertThat(ReliabilityTest.of(List.of()).isPassed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shouldRefuseAForecastThatIsNoProbability(double probability) {
    assertThatThrownBy(() -> new Forecast(probability, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("forecast " + probability + " is not in [0,1]");
  }
}

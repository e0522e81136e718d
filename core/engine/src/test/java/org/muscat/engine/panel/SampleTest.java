package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final double NAN = Double.NaN;

  @Test
  void shouldOrderWhatIsThere() {
    Sample sample = Sample.of(new double[] {5, NAN, -1, 3});

    assertThat(sample.count()).isEqualTo(3);
    assertThat(sample.min()).isEqualTo(-1);
    assertThat(sample.max()).isEqualTo(5);
    assertThat(sample.quantile(0.5)).isEqualTo(3);
  }

  @Test
  void shouldCountWhatIsBelowAndAtMostAValue() {
    Sample sample = Sample.of(new double[] {1, 3, 3, 3, 7});

    assertThat(sample.below(3)).isEqualTo(1);
    assertThat(sample.atMost(3)).isEqualTo(4);
    assertThat(sample.below(0)).isZero();
    assertThat(sample.atMost(9)).isEqualTo(5);
  }

  @Test
  void shouldLieBetweenTheOrderStatisticsOfAQuantile() {
    Sample sample = Sample.of(new double[] {40, 10, 20, 30, 50});

    assertThat(sample.quantile(0)).isEqualTo(10);
    assertThat(sample.quantile(0.25)).isEqualTo(20);
    assertThat(sample.quantile(0.9)).isCloseTo(46, within(1e-12));
    assertThat(sample.quantile(1)).isEqualTo(50);
  }

  @Test
  void shouldKnowTheMomentsOfAKnownSample() {
    Samples.Central central = Sample.of(new double[] {1, 2, 3, 4, 10}).central();

    // About the mean 4: -3, -2, -1, 0, 6.
    assertThat(central.count()).isEqualTo(5);
    assertThat(central.second()).isCloseTo(50 / 5.0, within(1e-12));
    assertThat(central.third()).isCloseTo((-27 - 8 - 1 + 216) / 5.0, within(1e-12));
    assertThat(central.fourth()).isCloseTo((81 + 16 + 1 + 1296) / 5.0, within(1e-12));
  }

  @Test
  void shouldDivideTheVarianceByOneLessThanTheCount() {
    assertThat(Sample.of(new double[] {1, 3}).standardDeviation())
        .isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(Sample.of(new double[] {1}).standardDeviation()).isNaN();
  }

  @Test
  void shouldDrawInEitherEnd() {
    Sample sample = Sample.of(new double[] {1, 2, 5, 7, 100});

    Sample drawnIn = sample.winsorised(1, 2);

    assertThat(drawnIn.min()).isEqualTo(2);
    assertThat(drawnIn.max()).isEqualTo(5);
    assertThat(drawnIn.mean()).isEqualTo((2 + 2 + 5 + 5 + 5) / 5.0);
    assertThat(sample.winsorised(0, 0).mean()).isEqualTo(sample.mean());
    assertThat(sample.max()).isEqualTo(100);
  }

  @Test
  void shouldKnowNothingOfNothing() {
    Sample nothing = Sample.of(new double[] {NAN});

    assertThat(nothing.count()).isZero();
    assertThat(nothing.min()).isNaN();
    assertThat(nothing.max()).isNaN();
    assertThat(nothing.mean()).isNaN();
    assertThat(nothing.quantile(0.5)).isNaN();
    assertThat(nothing.central().second()).isNaN();
  }

  @Test
  void shouldAgreeWithTheFunctionsOfArrays() {
    double[] x = new Random(41).doubles(50, -3, 9).toArray();
    x[7] = NAN;
    Sample sample = Sample.of(x);

    assertThat(Samples.min(x)).isEqualTo(sample.min());
    assertThat(Samples.max(x)).isEqualTo(sample.max());
    assertThat(Samples.mean(x)).isEqualTo(sample.mean());
    assertThat(Samples.median(x)).isEqualTo(sample.quantile(0.5));
    assertThat(Samples.min(new double[] {NAN})).isNaN();
    assertThat(Samples.max(new double[] {NAN})).isNaN();
  }

  @Test
  void shouldHaveNoSkewnessOrKurtosisWithoutEnoughValuesOrSpread() {
    assertThat(central(1, 2).skewness()).isNaN();
    assertThat(central(1, 2, 4).skewness()).isNotNaN();
    assertThat(central(1, 2, 4).kurtosis()).isNaN();
    assertThat(central(1, 2, 4, 8).kurtosis()).isNotNaN();
    assertThat(central(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1).skewness()).isNaN();
    assertThat(central(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1).kurtosis()).isNaN();
  }

  @Test
  void shouldTurnTheSkewnessButNotTheKurtosisOfAMirrorImage() {
    double[] x = new Random(42).doubles(30).map(Math::exp).toArray();
    double[] mirrored = Arrays.stream(x).map(v -> -v).toArray();

    assertThat(central(mirrored).skewness()).isCloseTo(-central(x).skewness(), within(1e-12));
    assertThat(central(mirrored).kurtosis()).isCloseTo(central(x).kurtosis(), within(1e-12));
  }

  private static Samples.Central central(double... values) {
    return Samples.central(values);
  }
}

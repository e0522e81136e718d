package org.muscat.bench.theses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void shouldBeAsWideAsTheStandardErrorOfAMeanSays() {
    Random random = new Random(81);
    double[] values = random.doubles(400).toArray();

    Interval mean = Interval.mean(values);

    assertThat(mean.value())
        .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
    // Uniform on [0,1]: sd .289, standard error .0144, 90 % within 1.645 of them.
    assertThat(mean.upper() - mean.lower()).isCloseTo(2 * 1.645 * .0144, within(.005));
  }

  @Test
  void shouldBeWiderForNeighboursThatAreAlike() {
    double[] values = new double[400];
    Arrays.setAll(values, i -> i / 40 % 2);

    double alone = width(values, 1);
    double together = width(values, 40);

    assertThat(together).isGreaterThan(2 * alone);
  }

  @Test
  void shouldPrintTheSameEachTime() {
    double[] values = {1, 2, 4, 8};

    assertThat(Interval.mean(values).text()).isEqualTo(Interval.mean(values).text());
  }

  private static double width(double[] values, int block) {
    Interval interval =
        Interval.of(
            values.length,
            block,
            places -> Arrays.stream(places).mapToDouble(i -> values[i]).average().orElseThrow());
    return interval.upper() - interval.lower();
  }
}

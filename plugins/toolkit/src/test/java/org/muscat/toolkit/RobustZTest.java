package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobustZTest {

  @Test
  void shouldCountInScaledDeviations() {
    assertThat(of(1, 1, 2, 2, 4, 6, 9).score(4)).hasValueCloseTo(2 / 1.4826, within(1e-12));
    assertThat(of(1, 1, 2, 2, 4, 6, 9).score(2)).hasValue(0);
    assertThat(of(1, 2, 3, 4, 9).score(5.9652)).hasValueCloseTo(2.0, within(1e-12));
  }

  @Test
  void shouldClipAtFour() {
    assertThat(of(1, 2, 3).score(1e9)).hasValue(4);
    assertThat(of(1, 2, 3).score(-1e9)).hasValue(-4);
  }

  @Test
  void shouldNotScoreAgainstNothingOrAgainstOneValue() {
    assertThat(new RobustZ(10, 1, 3).score(1)).isEmpty();
    assertThat(of(2, 2, 2, 3).score(1)).isEmpty();
  }

  @Test
  void shouldNotDependOnUnitOrOrigin() {
    Random random = new Random(24);
    for (int round = 0; round < 200; round++) {
      double[] window = random.doubles(5 + random.nextInt(50), 0, 100).toArray();
      double[] other = Arrays.stream(window).map(v -> 1.8 * v + 32).toArray();
      double x = 100 * random.nextDouble();

      assertThat(of(other).score(1.8 * x + 32))
          .hasValueCloseTo(of(window).score(x).orElseThrow(), within(1e-9));
    }
  }

  @Test
  void shouldNotLearnFromWhatLiesOutsideTheGate() {
    RobustZ z = of(1, 2, 3, 4, 5);

    for (int day = 10; day < 1_000; day++) {
      z.offer(LocalDate.ofEpochDay(day), 50);
    }

    assertThat(z.size()).isEqualTo(5);
    assertThat(z.frozenSince()).isEqualTo(LocalDate.ofEpochDay(10));
  }

  @Test
  void shouldThawWhenValuesComeBack() {
    RobustZ z = of(1, 2, 3, 4, 5);
    z.offer(LocalDate.ofEpochDay(10), 50);

    z.offer(LocalDate.ofEpochDay(11), 4);

    assertThat(z.frozenSince()).isNull();
    assertThat(z.size()).isEqualTo(6);
  }

  @Test
  void shouldAcceptOnlyTheMedianWithoutSpread() {
    RobustZ z = of(2, 2, 2, 2, 2);

    z.offer(LocalDate.ofEpochDay(10), 3);
    z.offer(LocalDate.ofEpochDay(11), 2);

    assertThat(z.score(2)).isEmpty();
    assertThat(z.size()).isEqualTo(6);
  }

  @Test
  void shouldKeepTheLastAcceptedValues() {
    RobustZ z = new RobustZ(3, 3, 3);
    for (int day = 0; day < 5; day++) {
      z.offer(LocalDate.ofEpochDay(day), day);
    }

    assertThat(z.size()).isEqualTo(3);
    assertThat(z.score(3)).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"5, 0, 3, ungated 0", "5, 6, 3, ungated 6", "5, 5, 4, gate 4", "5, 5, NaN, gate NaN"})
  void shouldRefuseAGateThatCannotWork(int capacity, int ungated, double gate, String message) {
    assertThatThrownBy(() -> new RobustZ(capacity, ungated, gate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static RobustZ of(double... values) {
    RobustZ z = new RobustZ(100, values.length, 3);
    for (int i = 0; i < values.length; i++) {
      z.offer(LocalDate.ofEpochDay(i), values[i]);
    }
    return z;
  }
}

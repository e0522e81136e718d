package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustZTest {

  @Test
  void shouldCountInScaledDeviations() {
    assertThat(RobustZ.of(4, 1, 1, 2, 2, 4, 6, 9)).hasValueCloseTo(2 / 1.4826, within(1e-12));
    assertThat(RobustZ.of(2, 1, 1, 2, 2, 4, 6, 9)).hasValue(0);
  }

  @Test
  void shouldClipAtFour() {
    assertThat(RobustZ.of(1e9, 1, 2, 3)).hasValue(4);
    assertThat(RobustZ.of(-1e9, 1, 2, 3)).hasValue(-4);
  }

  @Test
  void shouldNotScoreAgainstNothingOrAgainstOneValue() {
    assertThat(RobustZ.of(1)).isEmpty();
    assertThat(RobustZ.of(1, 2, 2, 2, 3)).isEmpty();
  }

  @Test
  void shouldNotDependOnUnitOrOrigin() {
    Random random = new Random(24);
    for (int round = 0; round < 200; round++) {
      double[] window = random.doubles(5 + random.nextInt(50), 0, 100).toArray();
      double[] other = Arrays.stream(window).map(v -> 1.8 * v + 32).toArray();
      double x = 100 * random.nextDouble();

      assertThat(RobustZ.of(1.8 * x + 32, other))
          .hasValueCloseTo(RobustZ.of(x, window).orElseThrow(), within(1e-9));
    }
  }
}

package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        0.004,
        0.005,
        0.0050000001,
        0.015,
        1.005,
        1.115,
        2.675,
        9.994999999,
        9.995,
        9.999,
        100,
        12_345.678,
        1e9,
        1e15,
        -0.005,
        -1.25,
        Double.NaN,
        Double.POSITIVE_INFINITY
      })
  void shouldWriteWhatFormatWrites(double x) {
    assertThat(Decimals.two(x)).isEqualTo(String.format(Locale.ROOT, "%.2f", x));
  }

  @Test
  void shouldWriteWhatFormatWritesOfAnyStability() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double any = 100 * random.nextDouble();
      double near = random.nextInt(20_000) / 200.0 + random.nextGaussian() * 1e-9;

      assertThat(Decimals.two(any)).isEqualTo(String.format(Locale.ROOT, "%.2f", any));
      assertThat(Decimals.two(near)).isEqualTo(String.format(Locale.ROOT, "%.2f", near));
    }
  }
}

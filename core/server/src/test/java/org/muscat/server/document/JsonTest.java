package org.muscat.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  /** Java 17 would write more digits of some of them, Java 19 does not. */
  @ParameterizedTest
  @CsvSource({
    "2e23, 2.0E23",
    "8.41E21, 8.41E21",
    "2.0E-3, 0.002",
    "1e23, 1.0E23",
    "4.9E-324, 4.9E-324",
    "-0.0, -0.0",
    "100, 100.0",
    "12345678.9, 1.23456789E7"
  })
  void shouldWriteANumberAlikeOnEveryJava(double number, String written) {
    assertThat(Json.compact(new double[] {number})).isEqualTo("[" + written + "]");
  }

  @Test
  void shouldWriteNumbersSoThatTheyAreReadAsTheSameBits() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      double number = i % 2 == 0 ? 100 * random.nextDouble() : finite(random);

      String written = Json.compact(number);

      assertThat(Double.doubleToRawLongBits(Double.parseDouble(written)))
          .as(written)
          .isEqualTo(Double.doubleToRawLongBits(number));
    }
  }

  private static double finite(Random random) {
    double number = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : 0;
  }
}

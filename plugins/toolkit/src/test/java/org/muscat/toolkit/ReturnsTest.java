package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnsTest {

  @Test
  void shouldGiveOneReturnFewerThanPrices() {
    assertThat(Returns.log(Days.daily(100, 110, 99)))
        .containsExactly(new double[] {Math.log(1.1), Math.log(0.9)}, within(1e-15));
    assertThat(Returns.log(Days.daily(100))).isEmpty();
    assertThat(Returns.log(Days.daily())).isEmpty();
  }

  @Test
  void shouldSumToTheReturnOverTheWholeSpan() {
    Random random = new Random(20);
    for (int round = 0; round < 200; round++) {
      double[] prices = random.doubles(2 + random.nextInt(50), 1, 150).toArray();

      double sum = Arrays.stream(Returns.log(Days.daily(prices))).sum();

      assertThat(sum).isCloseTo(Math.log(prices[prices.length - 1] / prices[0]), within(1e-12));
    }
  }

  @Test
  void shouldSayWhichPriceHasNoLogarithm() {
    assertThatThrownBy(() -> Returns.log(Days.daily(18.3, -36.98, 9.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'test/x' at 1970-01-02T00:00:00Z is -36.98; log returns need positive prices");
    assertThatThrownBy(() -> Returns.log(Days.daily(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldMeasureRealisedVolatility() {
    double aDayOfOnePercent = 100 * Math.sqrt(252 * 1e-4);

    assertThat(Returns.realisedVolatility(0.01, -0.01, 0.01)).isCloseTo(15.874507866, within(1e-9));
    assertThat(Returns.realisedVolatility(-0.01)).isCloseTo(aDayOfOnePercent, within(1e-12));
    assertThat(Returns.realisedVolatility(0, 0)).isZero();
  }

  @Test
  void shouldAgreeWithR() {
    double[] returns = Reference.of("regression-input.csv").column("oil");
    double[] last = Arrays.copyOfRange(returns, returns.length - 20, returns.length);

    assertThat(Returns.realisedVolatility(last))
        .isCloseTo(Reference.of("regression-output.csv").value("realised"), within(1e-10));
  }

  @Test
  void shouldNotDependOnTheUnitOfThePrice() {
    Random random = new Random(21);
    double[] dollars = random.doubles(21, 20, 140).toArray();
    double[] cents = IntStream.range(0, 21).mapToDouble(i -> 100 * dollars[i]).toArray();

    assertThat(Returns.realisedVolatility(Returns.log(Days.daily(cents))))
        .isCloseTo(Returns.realisedVolatility(Returns.log(Days.daily(dollars))), within(1e-9));
  }

  @Test
  void shouldRefuseVolatilityOfNothing() {
    assertThatThrownBy(Returns::realisedVolatility).isInstanceOf(IllegalArgumentException.class);
  }
}

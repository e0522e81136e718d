package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Uncertainty;

class StalenessTest {

  private static final Uncertainty PRICES =
      new Uncertainty(3, 20, Duration.ofDays(1), Duration.ofDays(10));

  @Test
  void shouldStartAtTheVarianceOfAFreshReading() {
    assertThat(Staleness.variance(PRICES, Duration.ZERO)).isEqualTo(9);
  }

  @Test
  void shouldRegainHalfOfTheClimatologyInOneHalfLife() {
    assertThat(Staleness.variance(PRICES, Duration.ofDays(1))).isCloseTo(209, within(1e-12));
    assertThat(Staleness.variance(PRICES, Duration.ofDays(2))).isCloseTo(309, within(1e-12));
  }

  @Test
  void shouldEndWithTheVarianceOfAMissingInput() {
    assertThat(Staleness.limit(PRICES)).isEqualTo(409);
    assertThat(Staleness.variance(PRICES, Duration.ofDays(1_000))).isLessThanOrEqualTo(409);
  }

  @Test
  void shouldWidenWithEveryHour() {
    double before = 0;
    for (int hours = 0; hours < 240; hours++) {
      double variance = Staleness.variance(PRICES, Duration.ofHours(hours));

      assertThat(variance).isGreaterThan(before).isLessThan(409);
      before = variance;
    }
  }
}

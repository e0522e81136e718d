package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
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

  @Test
  void shouldBeFreshFromTheMomentOfTheDataToTheMaximumAge() {
    Instant at = Instant.parse("2019-09-14T06:00:00.250Z");
    Reading reading = Measured.of(1, at);
    Instant last = at.plus(PRICES.maxAge());

    assertThat(Staleness.isFresh(reading, at, PRICES.maxAge())).isTrue();
    assertThat(Staleness.isFresh(reading, last, PRICES.maxAge())).isTrue();
    assertThat(Staleness.isFresh(reading, at.minusMillis(1), PRICES.maxAge())).isFalse();
    assertThat(Staleness.isFresh(reading, last.plusMillis(1), PRICES.maxAge())).isFalse();
    assertThat(Staleness.isFresh(new NoData("none"), at, PRICES.maxAge())).isFalse();
  }

  @Test
  void shouldCountPartsOfASecond() {
    assertThat(Wear.seconds(Duration.ofMillis(1_500))).isCloseTo(1.5, within(1e-12));
    assertThat(
            Wear.seconds(
                Instant.parse("2019-09-14T00:00:00.750Z"),
                Instant.parse("2019-09-14T00:00:02.500Z")))
        .isCloseTo(1.75, within(1e-12));
  }

  @Test
  void shouldBeStalePastHalfOfTheMaximumAge() {
    Wear wear = new Wear(PRICES);

    assertThat(wear.isStale(5 * 86_400)).isFalse();
    assertThat(wear.isStale(5 * 86_400 + 1)).isTrue();
    assertThat(wear.isFresh(0)).isTrue();
    assertThat(wear.isFresh(10 * 86_400)).isTrue();
    assertThat(wear.isFresh(10 * 86_400 + 1)).isFalse();
    assertThat(wear.isFresh(-1)).isFalse();
  }
}

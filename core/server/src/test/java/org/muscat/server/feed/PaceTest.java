package org.muscat.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.store.FetchHealth;

class PaceTest {

  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT15M, 0, PT15M",
    "PT15M, 1, PT30S",
    "PT15M, 2, PT1M",
    "PT15M, 3, PT2M",
    "PT15M, 4, PT4M",
    "PT15M, 5, PT15M",
    "PT15M, 7, PT32M",
    "PT15M, 60, PT6H",
    "PT10S, 1, PT10S",
    "PT10S, 5, PT8M",
    "P7D, 4, PT4M",
    "P7D, 5, P7D",
    "P7D, 60, P7D",
  })
  void shouldPauseLongerWithEachFailure(Duration every, int failures, Duration pause) {
    for (int seed = 0; seed < 20; seed++) {
      Duration next = next(every, health(failures, null), seed);

      assertThat(next).isGreaterThanOrEqualTo(pause);
      assertThat(next).isLessThanOrEqualTo(pause.multipliedBy(11).dividedBy(10));
    }
  }

  @Test
  void shouldNotAskBeforeTheSourceWants() {
    Instant wanted = NOW.plus(Duration.ofHours(3));

    assertThat(NOW.plus(next(Duration.ofMinutes(15), health(1, wanted), 1))).isEqualTo(wanted);
    assertThat(next(Duration.ofMinutes(15), health(1, NOW.minusSeconds(9)), 1))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void shouldNotLetFeedsAskInStep() {
    assertThat(next(Duration.ofHours(1), health(0, null), 1))
        .isNotEqualTo(next(Duration.ofHours(1), health(0, null), 2));
  }

  @Test
  void shouldOpenTheBreakerAfterFiveFailures() {
    assertThat(Pace.breaker(health(4, null))).isEqualTo(Breaker.CLOSED);
    assertThat(Pace.breaker(health(5, null))).isEqualTo(Breaker.OPEN);
  }

  private static Duration next(Duration every, FetchHealth health, int seed) {
    return Duration.between(NOW, new Pace(every, new Random(seed)).next(health, NOW));
  }

  private static FetchHealth health(int failures, @Nullable Instant notBefore) {
    return new FetchHealth(null, NOW, failures, notBefore, null);
  }
}

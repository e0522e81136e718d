package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void shouldGiveABurstAndThenOneAfterTheOther() {
    Buckets buckets = new Buckets(2, 3, 10);

    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take("a", 0)).isEmpty();
    }
    assertThat(buckets.take("a", 0)).isEqualTo(OptionalLong.of(1));
    assertThat(buckets.take("a", SECOND / 2)).isEmpty();
    assertThat(buckets.take("a", SECOND / 2)).isPresent();
  }

  @Test
  void shouldSayHowLongToWait() {
    Buckets buckets = new Buckets(0.1, 1, 10);
    buckets.take("a", 0);

    assertThat(buckets.take("a", 0)).isEqualTo(OptionalLong.of(10));
    assertThat(buckets.take("a", 4 * SECOND)).isEqualTo(OptionalLong.of(6));
  }

  @Test
  void shouldKeepOneFromTakingOfAnother() {
    Buckets buckets = new Buckets(1, 1, 10);
    buckets.take("a", 0);

    assertThat(buckets.take("b", 0)).isEmpty();
  }

  @Test
  void shouldHoldNoMoreThanABurst() {
    Buckets buckets = new Buckets(1, 2, 10);
    buckets.give("a", 0);

    assertThat(buckets.take("a", 0)).isEmpty();
    assertThat(buckets.take("a", 0)).isEmpty();
    assertThat(buckets.take("a", 0)).isPresent();
  }

  @Test
  void shouldForgetWhoWasAwayLongest() {
    Buckets buckets = new Buckets(1, 1, 100);
    for (int i = 0; i < 10_000; i++) {
      buckets.take("key " + i, 0);
    }

    assertThat(buckets.size()).isEqualTo(100);
    assertThat(buckets.take("key 9999", 0)).isPresent();
    assertThat(buckets.take("key 0", 0)).isEmpty();
  }
}

package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallBreakerTest {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // nanoTime may overflow
  private final CallBreaker breaker =
      new CallBreaker(new BreakerSettings(3, PAUSE, Duration.ofSeconds(100)), now::get);

  @Test
  void shouldStayClosedBelowTheNumberOfFailures() {
    breaker.failed();
    breaker.failed();

    assertThat(breaker.left()).isEmpty();
  }

  @Test
  void shouldForgetFailuresAfterASuccess() {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();

    assertThat(breaker.failed()).isEmpty();
  }

  @Test
  void shouldOpenForThePauseAndThenLetOneThrough() {
    open();

    pass(Duration.ofSeconds(10));
    assertThat(breaker.left()).contains(Duration.ofSeconds(20));
    pass(Duration.ofSeconds(20));
    assertThat(breaker.left()).isEmpty();
  }

  @Test
  void shouldDoubleThePauseUpToTheLongest() {
    open();

    assertThat(breaker.failed()).contains(Duration.ofSeconds(60));
    assertThat(breaker.failed()).contains(Duration.ofSeconds(100));
    assertThat(breaker.failed()).contains(Duration.ofSeconds(100));
  }

  private void open() {
    breaker.failed();
    breaker.failed();
    assertThat(breaker.failed()).contains(PAUSE);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}

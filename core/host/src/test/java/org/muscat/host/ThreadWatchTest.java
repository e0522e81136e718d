package org.muscat.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.muscat.host.load.OwnThread;

class ThreadWatchTest {

  private static final List<OwnThread> TWO = List.of(new OwnThread(1, "a"), new OwnThread(2, "b"));

  /** A bound that was asked for again after the count accused a fetch that had just ended. */
  @Test
  void shouldHoldThreadsOfAFetchAgainstTheBoundOfTheFetch() {
    Iterator<Integer> bounds = List.of(4, 0).iterator();

    assertThat(new ThreadWatch(() -> TWO, bounds::next).tooMany(Duration.ZERO)).isEmpty();
  }

  @Test
  void shouldWaitForThreadsThatAreAboutToEnd() {
    AtomicInteger looks = new AtomicInteger();

    assertThat(
            new ThreadWatch(() -> looks.incrementAndGet() < 3 ? TWO : List.of(), () -> 0)
                .tooMany(Duration.ofDays(1)))
        .isEmpty();
  }

  @Test
  void shouldLookOnceWithoutGrace() {
    AtomicInteger looks = new AtomicInteger();

    assertThat(
            new ThreadWatch(
                    () -> {
                      looks.incrementAndGet();
                      return TWO;
                    },
                    () -> 0)
                .tooMany(Duration.ZERO))
        .hasValue("2 threads of its own run, none may: a, b");
    assertThat(looks).hasValue(1);
  }
}

package org.muscat.host.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPaceTest {

  @Test
  void shouldDoubleThePauseUpToAMinute() {
    assertThat(IntStream.range(0, 8).mapToObj(RestartPace.DEFAULT::pause))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void shouldStayAtTheLongestPauseHoweverOftenTheProcessEnds() {
    assertThat(RestartPace.DEFAULT.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
  }
}

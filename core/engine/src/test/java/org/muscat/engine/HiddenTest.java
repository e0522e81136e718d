package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Model.Opacity;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Uncertainty;

class HiddenTest {

  private static final Instant NOW = Instant.parse("2024-01-31T00:00:00Z");
  private static final Uncertainty CODED =
      new Uncertainty(8, 20, Duration.ofDays(7), Duration.ofDays(14));
  private static final List<Opacity> TALKS_AND_FORCE =
      List.of(new Opacity("talks", 12, CODED), new Opacity("force", 6, CODED));

  @Test
  void shouldWidenByTheWidestAlone() {
    Hidden hidden = hidden(measured(.5), measured(.9));

    // 12 x .5 = 6 points are more than 6 x .9.
    assertThat(hidden.variance()).isEqualTo(36);
    assertThat(hidden.atMost()).isEqualTo(.9);
    assertThat(hidden.isKnown()).isTrue();
    assertThat(hidden.leaning()).isEmpty();
  }

  @Test
  void shouldTakeOneThatWasNeverSeenForWhole() {
    Hidden hidden = hidden(measured(.1), Input.of(new NoData("nobody coded it")));

    assertThat(hidden.variance()).isEqualTo(36);
    assertThat(hidden.atMost()).isEqualTo(1);
    assertThat(hidden.isKnown()).isFalse();
    assertThat(hidden.leaning()).containsExactly("opacity at its bound: force");
  }

  @Test
  void shouldNameWhatIsHeldAndWhatIsNotKnown() {
    Measured last = Measured.of(.4, NOW);
    Hidden hidden =
        hidden(Input.held(new NoData("gone"), last), Input.of(new NoData("nobody coded it")));

    assertThat(hidden.leaning())
        .containsExactly("opacity held at its last value: talks", "opacity at its bound: force");
  }

  private static Hidden hidden(Input talks, Input force) {
    return Hidden.of(TALKS_AND_FORCE, List.of(talks, force), NOW);
  }

  private static Input measured(double value) {
    return Input.of(Measured.of(value, NOW));
  }
}

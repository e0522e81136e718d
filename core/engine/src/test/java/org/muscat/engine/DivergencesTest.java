package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;

/** One pillar more than 30 points from the median of the others (method, section 5.7). */
class DivergencesTest {

  @Test
  void shouldNameThePillarThatIsFar() {
    IndexState state = risks(20, 20, 51);

    IndexState.Divergence divergence = state.divergence().orElseThrow();
    assertThat(divergence.pillar()).isEqualTo("p2");
    assertThat(divergence.points()).isCloseTo(-31, within(1e-9));
  }

  @Test
  void shouldTakeTheMedianOfAnEvenNumberOfOthers() {
    // The others of p0 have 70, 40, 30 and 24; their median is 35.
    assertThat(risks(10, 30, 76, 60, 70).divergence().orElseThrow().points())
        .isCloseTo(90 - 35, within(1e-9));
  }

  @Test
  void shouldTakeTheMedianOfAnOddNumberOfOthers() {
    // The others of p0 have 60, 40 and 35.
    IndexState.Divergence divergence = risks(25, 40, 60, 65).divergence().orElseThrow();

    assertThat(divergence.pillar()).isEqualTo("p0");
    assertThat(divergence.points()).isCloseTo(35, within(1e-9));
  }

  @Test
  void shouldNotCallThirtyPointsFar() {
    assertThat(risks(20, 20, 50).divergence()).isEmpty();
  }

  @Test
  void shouldNotCompareAPillarWithNothing() {
    assertThat(risks(90).divergence()).isEmpty();
  }

  @Test
  void shouldNotLookAtAMissingPillar() {
    Map<String, Input> inputs = new HashMap<>();
    inputs.put("m0", Models.risk(20));
    inputs.put("m1", Models.risk(20));
    inputs.put("m2", Worlds.neverSeen());

    IndexState state = Worlds.compose(model(3), inputs);

    assertThat(state.divergence()).isEmpty();
    assertThat(state.hasAllPillars()).isFalse();
    assertThat(risks(20, 20, 20).hasAllPillars()).isTrue();
  }

  private static IndexState risks(double... risks) {
    Map<String, Input> inputs = new HashMap<>();
    for (int i = 0; i < risks.length; i++) {
      inputs.put("m" + i, Models.risk(risks[i]));
    }
    return Worlds.compose(model(risks.length), inputs);
  }

  private static Model model(int pillars) {
    Pillar[] all = new Pillar[pillars];
    for (int p = 0; p < pillars; p++) {
      all[p] = Models.pillar("p" + p, 1, "m" + p);
    }
    return new Model("test", 1, "hash", List.of(all), Rules.DEFAULT.withMinimumLive(1));
  }
}

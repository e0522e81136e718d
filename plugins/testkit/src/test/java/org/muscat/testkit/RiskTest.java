package org.muscat.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Scale;

class RiskTest {

  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void shouldBeTenAndNinetyAtTheAnchors() {
    for (Scale scale : new Scale[] {Scale.logistic(0.95, 0.55), Scale.logLogistic(1.33, 2.94)}) {
      assertThat(Risk.of(scale, scale.calm())).isCloseTo(10, EXACT);
      assertThat(Risk.of(scale, scale.stressed())).isCloseTo(90, EXACT);
    }
    assertThat(Risk.of(Scale.logLogistic(1, 4), 2)).isCloseTo(50, EXACT);
  }

  @Test
  void shouldBeFlatOutsideAStraightLine() {
    Scale scale = Scale.linear(1, 0, 0, 60);

    assertThat(Risk.of(scale, 2)).isZero();
    assertThat(Risk.of(scale, 0.5)).isCloseTo(30, EXACT);
    assertThat(Risk.of(scale, -1)).isEqualTo(60);
  }

  @Test
  void shouldBeTheShareBelowAStandardScore() {
    assertThat(Risk.of(Scale.normal(), 0)).isEqualTo(50);
    assertThat(Risk.of(Scale.normal(), 1.959963984540054)).isCloseTo(97.5, EXACT);
    assertThat(Risk.of(Scale.normal(), -9)).isEqualTo(Risk.of(Scale.normal(), -4));
  }

  @Test
  void shouldSpreadAsASample() {
    assertThat(Risk.spread(Scale.linear(0, 0, 100, 100), 10, 20, 30)).isCloseTo(10, EXACT);
  }
}

package org.muscat.bench.theses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedKappaTest {

  private static final List<String> ORDER = List.of("calm", "tense", "war");
  private static final List<String> FIRST = List.of("calm", "calm", "tense", "war");
  private static final int[] ALL = {0, 1, 2, 3};

  @Test
  void shouldBeOneWhenBothAgree() {
    assertThat(new WeightedKappa(ORDER, true).of(FIRST, FIRST, ALL)).isEqualTo(1);
  }

  @Test
  void shouldCountADisagreementByItsSteps() {
    // Steps apart: 0, 1, 0, 0. By chance: rows 2, 1, 1 and columns 1, 2, 1, each product over 4,
    // give 2*2 + 2*1*2 + 1*1 + 1*1 + 1*1*2 + 1*2 = 14 steps in 4, that is 3.5.
    double kappa =
        new WeightedKappa(ORDER, true).of(FIRST, List.of("calm", "tense", "tense", "war"), ALL);

    assertThat(kappa).isCloseTo(1 - 1 / 3.5, within(1e-12));
  }

  @Test
  void shouldCountEachDisagreementOnceWithoutAnOrder() {
    // One of four apart; chance agrees on (2*1 + 1*2 + 1*1)/16 = 5/16.
    double kappa =
        new WeightedKappa(ORDER, false).of(FIRST, List.of("calm", "tense", "tense", "war"), ALL);

    assertThat(kappa).isCloseTo((.75 - 5 / 16.0) / (1 - 5 / 16.0), within(1e-12));
  }

  @Test
  void shouldRefuseALabelThatIsNone() {
    assertThatThrownBy(
            () -> new WeightedKappa(ORDER, true).of(FIRST, List.of("calm", "x", "x", "x"), ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'x' is none of [calm, tense, war]");
  }
}

package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.regime.Walk.axes;
import static org.muscat.engine.regime.Walk.without;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RegimePosteriorTest {

  /** The golden values are printed with four digits. */
  private static final Offset<Double> PRINTED = within(0.5e-4);

  @Test
  void shouldHoldTheGoldenSequence() {
    RegimePosterior first = RegimePosterior.uniform().next(axes(.55, .60, .10));
    RegimePosterior second = first.next(axes(.62, .72, .12));
    RegimePosterior third = second.next(axes(.60, .75, .15));
    RegimePosterior fourth = third.next(axes(.35, .85, .20));
    RegimePosterior fifth = fourth.next(axes(.10, .95, .95));

    assertThat(first.of(Regime.CONTAINMENT)).isCloseTo(.8341, PRINTED);
    assertThat(first.of(Regime.DETENTE)).isCloseTo(.0884, PRINTED);
    assertThat(second.of(Regime.CONTAINMENT)).isCloseTo(.9930, PRINTED);
    assertThat(third.of(Regime.CONTAINMENT)).isCloseTo(.9982, PRINTED);
    assertThat(fourth.of(Regime.CONTAINMENT)).isCloseTo(.9590, PRINTED);
    assertThat(fourth.of(Regime.COERCION)).isCloseTo(.0408, PRINTED);
    assertThat(fifth.of(Regime.CONFLICT)).isCloseTo(.9882, PRINTED);
    assertThat(fifth.of(Regime.COERCION)).isCloseTo(.0118, PRINTED);
  }

  @Test
  void shouldHoldTheGoldenValuesFromUniform() {
    RegimePosterior posterior = RegimePosterior.uniform().next(axes(0, .3, 0));

    assertThat(posterior.of(Regime.DRIFT)).isCloseTo(.9836, PRINTED);
    assertThat(posterior.of(Regime.COERCION)).isCloseTo(.0146, PRINTED);
  }

  @Test
  void shouldBeWholeAfterEveryStep() {
    RegimePosterior posterior = RegimePosterior.uniform();
    for (RegimeState state : Walk.random(2_000, new Random(1)).states()) {
      posterior = posterior.next(state.axes());

      double sum = posterior.probabilities().stream().mapToDouble(p -> p).sum();
      assertThat(sum).isCloseTo(1, within(1e-12));
      assertThat(posterior.entropy()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void shouldBeMostOpenWhenAllAreAlikeAndClosedWhenOneIsCertain() {
    RegimePosterior certain = new RegimePosterior(List.of(0.0, 0.0, 1.0, 0.0, 0.0));
    RegimePosterior oneOfTwo = new RegimePosterior(List.of(0.5, 0.5, 0.0, 0.0, 0.0));

    assertThat(RegimePosterior.uniform().entropy()).isCloseTo(1, within(1e-12));
    assertThat(certain.entropy()).isZero();
    assertThat(oneOfTwo.entropy()).isCloseTo(Math.log(2) / Math.log(5), within(1e-12));
  }

  @Test
  void shouldLearnLessFromFewerAxes() {
    Axes all = axes(.55, .60, .10);

    RegimePosterior whole = RegimePosterior.uniform().next(all);
    RegimePosterior part = RegimePosterior.uniform().next(without(all, "dialogue"));

    assertThat(part.entropy()).isGreaterThan(whole.entropy());
  }

  @Test
  void shouldTendToWholeStepAndToNoneInPartialSteps() {
    Axes axes = axes(.35, .85, .20);
    RegimePosterior before = RegimePosterior.uniform().next(axes(.55, .60, .10));

    assertThat(before.partial(axes, 1)).isEqualTo(before.next(axes));
    assertThat(before.partial(axes, 1e-9).of(Regime.CONTAINMENT))
        .isCloseTo(before.of(Regime.CONTAINMENT), within(1e-7));
    assertThat(before.partial(axes, 0.5).of(Regime.COERCION))
        .isBetween(before.of(Regime.COERCION), before.next(axes).of(Regime.COERCION));
  }

  @Test
  void shouldGiveNoProbabilityToWhatIsNoState() {
    assertThat(RegimePosterior.uniform().of(Regime.UNDETERMINED)).isZero();
  }

  @Test
  void shouldRefuseOtherThanOneProbabilityForEachRegime() {
    assertThatThrownBy(() -> new RegimePosterior(List.of(0.5, 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 probabilities, 5 are needed");
  }
}

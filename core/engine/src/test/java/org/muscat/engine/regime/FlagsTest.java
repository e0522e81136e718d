package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.regime.Walk.axes;
import static org.muscat.engine.regime.Walk.without;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.regime.FlagJudgement.Verdict;

class FlagsTest {

  private static final FlagEvidence NOTHING = new FlagEvidence(null, null, null, null);

  @ParameterizedTest
  @CsvSource({
    "0.60, 0.51, 0.5, RAISED",
    "0.60, 0.50, 0.5, CLEAR",
    "0.60, 0.51, 0.49, CLEAR",
    "0.20, 0.60, 1.0, CLEAR",
    "0.60, 0.51, , UNDECIDED",
    "0.60, 0.50, , CLEAR"
  })
  void shouldRaiseBrinkUnderADeadlinePastTheOptimum(
      double dialogue, double pressure, @Nullable Double ultimatum, Verdict expected) {
    RegimeState state = new Walk().steps(1, axes(dialogue, pressure, 0.1)).last();

    FlagJudgement brink = Brink.judge(state, ultimatum, CalibratedMix.DEFAULT);

    assertThat(brink.verdict()).isEqualTo(expected);
  }

  @Test
  void shouldTakeTheOptimumOfTheMix() {
    RegimeState state = new Walk().steps(1, axes(0.6, 0.6, 0.1)).last();

    assertThat(Brink.judge(state, 1.0, new CalibratedMix(1)).isRaised()).isTrue();
    assertThat(Brink.judge(state, 1.0, new CalibratedMix(0.8)).reason())
        .isEqualTo("pressure 0.600 is not past its optimum 0.625");
  }

  @Test
  void shouldRaiseTheThresholdByTheUltimatum() {
    assertThat(Brink.raisedThreshold(55, 0.5)).isCloseTo(58, within(1e-12));
    assertThat(Brink.raisedThreshold(55, 1)).isCloseTo(61, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shouldRefuseAClockOutsideItsRange(double ultimatum) {
    assertThatThrownBy(() -> Brink.raisedThreshold(55, ultimatum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ultimatum clock " + ultimatum + " is not in [0,1]");
  }

  @ParameterizedTest
  @CsvSource({
    "0.50, 0.50, 0.44, 0.56, RAISED",
    "0.50, 0.50, 0.44, 0.54, CLEAR",
    "0.50, 0.50, 0.46, 0.56, CLEAR"
  })
  void shouldRaiseEscalatingWhenBothAxesMovedWithinSevenDays(
      double dialogueBefore,
      double pressureBefore,
      double dialogue,
      double pressure,
      Verdict expected) {
    Walk walk =
        new Walk()
            .steps(1, axes(dialogueBefore, pressureBefore, 0.1))
            .steps(7, axes(dialogue, pressure, 0.1));

    assertThat(verdict(walk.last(), Flag.ESCALATING)).isEqualTo(expected);
  }

  @Test
  void shouldMeasureTheChangeOverSevenDaysAndNoLonger() {
    Walk walk = new Walk().steps(1, axes(0.5, 0.5, 0.1)).steps(8, axes(0.3, 0.7, 0.1));

    assertThat(verdict(walk.last(), Flag.ESCALATING)).isEqualTo(Verdict.CLEAR);
  }

  @Test
  void shouldNotDecideEscalatingWithoutSevenDays() {
    Walk walk = new Walk().steps(1, axes(0.5, 0.5, 0.1)).steps(6, axes(0.3, 0.7, 0.1));

    assertThat(verdict(walk.last(), Flag.ESCALATING)).isEqualTo(Verdict.UNDECIDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dialogue", "pressure"})
  void shouldNotDecideEscalatingWithoutAnAxis(String axis) {
    Axes before = axes(0.5, 0.5, 0.1);
    Axes after = axes(0.3, 0.7, 0.1);
    Walk then = new Walk().steps(1, without(before, axis)).steps(7, after);
    Walk now = new Walk().steps(7, before).steps(1, without(after, axis));

    assertThat(verdict(then.last(), Flag.ESCALATING)).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict(now.last(), Flag.ESCALATING)).isEqualTo(Verdict.UNDECIDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"MEDIATED", "THIN_MARGIN", "DIVERGENCE"})
  void shouldTellARaisedFlagFromAClearAndAnUnknownOne(Flag flag) {
    RegimeState state = new Walk().steps(1, axes(0.5, 0.5, 0.1)).last();

    assertThat(verdict(state, flag, new FlagEvidence(null, true, true, true)))
        .isEqualTo(Verdict.RAISED);
    assertThat(verdict(state, flag, new FlagEvidence(null, false, false, false)))
        .isEqualTo(Verdict.CLEAR);
    assertThat(verdict(state, flag)).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void shouldJudgeEachFlagOnceInItsOrder() {
    RegimeState state = new Walk().steps(1, axes(0.5, 0.5, 0.1)).last();

    assertThat(Flags.judge(state, NOTHING, CalibratedMix.DEFAULT))
        .extracting(FlagJudgement::flag)
        .containsExactly(Flag.values());
  }

  @Test
  void shouldReachEveryFlag() {
    Set<Flag> raised = EnumSet.noneOf(Flag.class);
    Random random = new Random(1);
    for (RegimeState state : Walk.random(5_000, random).states()) {
      FlagEvidence evidence =
          new FlagEvidence(
              random.nextDouble(),
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean());
      for (FlagJudgement judgement : Flags.judge(state, evidence, CalibratedMix.DEFAULT)) {
        if (judgement.isRaised()) {
          raised.add(judgement.flag());
        }
      }
    }

    assertThat(raised).containsExactly(Flag.values());
  }

  private static Verdict verdict(RegimeState state, Flag flag) {
    return verdict(state, flag, NOTHING);
  }

  private static Verdict verdict(RegimeState state, Flag flag, FlagEvidence evidence) {
    return Flags.judge(state, evidence, CalibratedMix.DEFAULT).stream()
        .filter(judgement -> judgement.flag() == flag)
        .findFirst()
        .orElseThrow()
        .verdict();
  }
}

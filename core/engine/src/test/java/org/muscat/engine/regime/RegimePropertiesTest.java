package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the regime over any history. */
class RegimePropertiesTest {

  private static final int WALKS = 200;
  private static final int STEPS = 400;

  @Test
  void shouldNeverMeetTwoEnterRulesAtOnce() {
    for (int d = 0; d <= 200; d++) {
      for (int p = 0; p <= 200; p++) {
        double dialogue = d / 200.0;
        double pressure = p / 200.0;

        List<Regime> entered =
            Stream.of(Regime.values())
                .filter(regime -> RegimeRules.enters(regime, dialogue, pressure))
                .toList();

        assertThat(entered).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void shouldNotLeaveWhereItEnters() {
    for (int d = 0; d <= 200; d++) {
      for (int p = 0; p <= 200; p++) {
        Regime entered = RegimeRules.entered(d / 200.0, p / 200.0);

        assertThat(RegimeRules.leaves(entered, d / 200.0, p / 200.0)).isFalse();
      }
    }
  }

  @Test
  void shouldReachEveryRegimeFromEveryOther() {
    Set<List<Regime>> changes = new HashSet<>();
    for (int seed = 0; seed < WALKS; seed++) {
      List<Regime> regimes = Walk.random(STEPS, new Random(seed)).regimes();
      for (int i = 1; i < regimes.size(); i++) {
        changes.add(List.of(regimes.get(i - 1), regimes.get(i)));
      }
    }

    int regimes = Regime.values().length;
    assertThat(changes).hasSize(regimes * regimes);
  }

  @Test
  void shouldGiveTheSameStatesForTheSameHistory() {
    for (int seed = 0; seed < 20; seed++) {
      List<RegimeState> once = Walk.random(STEPS, new Random(seed)).states();
      List<RegimeState> again = Walk.random(STEPS, new Random(seed)).states();

      assertThat(again).isEqualTo(once);
    }
  }

  @Test
  void shouldHoldEachRegimeForItsDwellUnlessConflictOrAGapEndsIt() {
    EnumSet<Regime> ending = EnumSet.of(Regime.CONFLICT, Regime.UNDETERMINED);
    for (int seed = 0; seed < WALKS; seed++) {
      List<RegimeState> states = Walk.random(STEPS, new Random(seed)).states();
      for (int i = 1; i < states.size(); i++) {
        RegimeState before = states.get(i - 1);
        boolean changed = before.regime() != states.get(i).regime();
        if (changed
            && !ending.contains(states.get(i).regime())
            && !ending.contains(before.regime())) {
          assertThat(before.steps()).isGreaterThanOrEqualTo(RegimeMachine.DWELL);
        }
      }
    }
  }

  @Test
  void shouldBeInConflictExactlyWhenForceWasSeenAndSevenQuietStepsWereNot() {
    for (int seed = 0; seed < WALKS; seed++) {
      List<RegimeState> states = Walk.random(STEPS, new Random(seed)).states();
      List<Axes> history = new ArrayList<>();
      for (RegimeState state : states) {
        history.add(state.axes());

        assertThat(state.regime() == Regime.CONFLICT).isEqualTo(isConflict(history));
      }
    }
  }

  @Test
  void shouldBeUndeterminedExactlyWhenAnAxisIsMissingOutsideConflict() {
    for (int seed = 0; seed < WALKS; seed++) {
      for (RegimeState state : Walk.random(STEPS, new Random(seed)).states()) {
        boolean missing = !state.axes().missing().isEmpty();

        assertThat(state.regime() == Regime.UNDETERMINED)
            .isEqualTo(missing && state.regime() != Regime.CONFLICT);
      }
    }
  }

  @Test
  void shouldNotDependOnPartialStepsInBetween() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<RegimeState> states = Walk.random(STEPS, random).states();
      for (int i = 1; i < states.size(); i++) {
        RegimeState before = states.get(i - 1);
        Axes next = states.get(i).axes();

        RegimeMachine.partial(before, Walk.at(next.asOf().minusSeconds(3600), next));

        assertThat(RegimeMachine.next(before, next)).isEqualTo(states.get(i));
      }
    }
  }

  /**
   * The rule of CONFLICT by looking back over the whole history, written apart from the machine.
   */
  private static boolean isConflict(List<Axes> history) {
    int quiet = 0;
    for (int i = history.size() - 1; i >= 0; i--) {
      Axes axes = history.get(i);
      double known = axes.kinetic().known().orElse(-1);
      boolean closed = axes.strait() == Strait.EFFECTIVELY_CLOSED;
      if (known >= 0.7 || (closed && known >= 0.4)) {
        return true;
      }
      boolean mayEnter = axes.strait() == Strait.UNKNOWN && known >= 0.4;
      quiet = known >= 0 && known < 0.45 && !mayEnter ? quiet + 1 : 0;
      if (quiet == 7) {
        return false;
      }
    }
    return false;
  }
}

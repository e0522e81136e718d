package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.engine.regime.Walk.axes;
import static org.muscat.engine.regime.Walk.day;
import static org.muscat.engine.regime.Walk.under;
import static org.muscat.engine.regime.Walk.without;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeMachineTest {

  private static final Axes DETENTE = axes(0.6, 0.3, 0.1);
  private static final Axes CONTAINMENT = axes(0.6, 0.6, 0.1);
  private static final Axes COERCION = axes(0.2, 0.6, 0.1);
  private static final Axes CONFLICT = axes(0.2, 0.6, 0.8);
  private static final Axes DRIFT = axes(0.2, 0.2, 0.1);

  /** Inside the bands of DETENTE and CONTAINMENT: neither is entered, neither is left. */
  private static final Axes BETWEEN = axes(0.5, 0.4, 0.1);

  @ParameterizedTest
  @CsvSource({
    "0.55, 0.35, 0.69, DETENTE",
    "0.54, 0.35, 0.69, DRIFT",
    "0.55, 0.36, 0.69, DRIFT",
    "0.45, 0.45, 0.69, CONTAINMENT",
    "0.44, 0.45, 0.69, DRIFT",
    "0.45, 0.44, 0.69, DRIFT",
    "0.35, 0.55, 0.69, COERCION",
    "0.36, 0.55, 0.69, DRIFT",
    "0.35, 0.54, 0.69, DRIFT",
    "0.55, 0.35, 0.70, CONFLICT",
    "0.00, 0.00, 1.00, CONFLICT"
  })
  void shouldEnterByTheTable(double dialogue, double pressure, double kinetic, Regime expected) {
    RegimeState state = new Walk().steps(1, axes(dialogue, pressure, kinetic)).last();

    assertThat(state.regime()).isEqualTo(expected);
    assertThat(state.since()).isEqualTo(day(0));
  }

  @ParameterizedTest
  @CsvSource({
    "DETENTE, 0.45, 0.45, true",
    "DETENTE, 0.44, 0.45, false",
    "DETENTE, 0.45, 0.46, false",
    "CONTAINMENT, 0.35, 0.35, true",
    "CONTAINMENT, 0.34, 0.35, false",
    "CONTAINMENT, 0.35, 0.34, false",
    "COERCION, 0.45, 0.45, true",
    "COERCION, 0.46, 0.45, false",
    "COERCION, 0.45, 0.44, false"
  })
  void shouldStayInsideItsBand(Regime regime, double dialogue, double pressure, boolean stays) {
    Walk walk = new Walk().steps(3, entering(regime)).steps(1, axes(dialogue, pressure, 0.1));

    assertThat(walk.last().regime() == regime).isEqualTo(stays);
  }

  @Test
  void shouldKeepARegimeForItsDwell() {
    Walk walk = new Walk().steps(1, DETENTE).steps(4, CONTAINMENT);

    assertThat(walk.regimes())
        .containsExactly(
            Regime.DETENTE, Regime.DETENTE, Regime.DETENTE, Regime.CONTAINMENT, Regime.CONTAINMENT);
    assertThat(walk.last().since()).isEqualTo(day(3));
    assertThat(walk.states().get(2).reason())
        .isEqualTo(
            "dialogue 0.600 and pressure 0.600 meet its leave rule, but it began only 2 of 3 d"
                + " ago");
  }

  @Test
  void shouldGiveDriftTheSameDwell() {
    Walk walk = new Walk().steps(1, DRIFT).steps(3, COERCION);

    assertThat(walk.regimes())
        .containsExactly(Regime.DRIFT, Regime.DRIFT, Regime.DRIFT, Regime.COERCION);
  }

  @Test
  void shouldFallBackToDriftBetweenRegimes() {
    Walk walk = new Walk().steps(3, COERCION).steps(1, axes(0.5, 0.4, 0.1));

    assertThat(walk.last().regime()).isEqualTo(Regime.DRIFT);
    assertThat(walk.last().reason())
        .isEqualTo("dialogue 0.500 and pressure 0.400 meet the enter rule of no other regime");
  }

  @Test
  void shouldEnterConflictAtOnce() {
    Walk walk = new Walk().steps(1, DETENTE).steps(1, CONFLICT);

    assertThat(walk.last().regime()).isEqualTo(Regime.CONFLICT);
    assertThat(walk.last().since()).isEqualTo(day(1));
    assertThat(walk.last().reason()).isEqualTo("kinetic 0.800 >= 0.700");
  }

  @ParameterizedTest
  @CsvSource({
    "0.40, EFFECTIVELY_CLOSED, true",
    "0.39, EFFECTIVELY_CLOSED, false",
    "0.40, PASSABLE, false",
    "0.69, UNKNOWN, false"
  })
  void shouldEnterConflictUnderAClosedStrait(double kinetic, Strait strait, boolean conflict) {
    RegimeState state = new Walk().steps(1, under(axes(0.2, 0.2, kinetic), strait)).last();

    assertThat(state.regime() == Regime.CONFLICT).isEqualTo(conflict);
  }

  @Test
  void shouldLeaveConflictWithTheSeventhQuietStep() {
    Walk walk = new Walk().steps(2, CONFLICT).steps(7, DETENTE);

    assertThat(walk.regimes().subList(0, 8)).containsOnly(Regime.CONFLICT);
    assertThat(walk.states().get(7).reason()).isEqualTo("kinetic 0.100, quiet for 6 of 7 d");
    assertThat(walk.last().regime()).isEqualTo(Regime.DETENTE);
    assertThat(walk.last().since()).isEqualTo(day(8));
  }

  @Test
  void shouldCountTheQuietStepsAnewAfterALoudOne() {
    Walk walk =
        new Walk()
            .steps(1, CONFLICT)
            .steps(6, DETENTE)
            .steps(1, axes(0.6, 0.3, 0.45))
            .steps(6, DETENTE);

    assertThat(walk.regimes()).containsOnly(Regime.CONFLICT);
    assertThat(walk.last().since()).isEqualTo(day(0));
  }

  @Test
  void shouldCountTheQuietStepsAnewAfterOneWithoutKinetic() {
    Walk walk =
        new Walk()
            .steps(1, CONFLICT)
            .steps(6, DETENTE)
            .steps(1, without(DETENTE, "kinetic"))
            .steps(6, DETENTE);

    assertThat(walk.regimes()).containsOnly(Regime.CONFLICT);
  }

  @ParameterizedTest
  @CsvSource({"EFFECTIVELY_CLOSED", "UNKNOWN"})
  void shouldNotLeaveConflictWhileTheStraitMayBeClosed(Strait strait) {
    Axes begin = under(axes(0.2, 0.2, 0.42), Strait.EFFECTIVELY_CLOSED);

    Walk walk = new Walk().steps(1, begin).steps(20, under(begin, strait));

    assertThat(walk.regimes()).containsOnly(Regime.CONFLICT);
  }

  /** Missing is not calm; but what nobody saw for 90 steps is not known to go on, either. */
  @Test
  void shouldForgetAConflictThatNobodyCanSeeAfterNinetySteps() {
    Walk walk = new Walk().steps(1, CONFLICT).steps(91, without(DETENTE, "kinetic"));

    assertThat(walk.regimes().subList(0, 91)).containsOnly(Regime.CONFLICT);
    assertThat(walk.last().regime()).isEqualTo(Regime.UNDETERMINED);
    assertThat(walk.last().suspended()).isNull();
  }

  @Test
  void shouldCountTheUnseenStepsAnewAfterOneThatWasSeen() {
    Walk walk =
        new Walk()
            .steps(1, CONFLICT)
            .steps(60, without(DETENTE, "kinetic"))
            .steps(1, axes(0.6, 0.3, 0.5))
            .steps(60, without(DETENTE, "kinetic"));

    assertThat(walk.regimes()).containsOnly(Regime.CONFLICT);
  }

  @Test
  void shouldKeepConflictWhileOtherAxesAreMissing() {
    Walk walk = new Walk().steps(1, CONFLICT).steps(7, without(DETENTE, "dialogue"));

    assertThat(walk.regimes().subList(0, 7)).containsOnly(Regime.CONFLICT);
    assertThat(walk.last().regime()).isEqualTo(Regime.UNDETERMINED);
    assertThat(walk.last().suspended()).isNull();
  }

  @Test
  void shouldSeeAConflictInWhatIsLiveOfTheKineticAxis() {
    AxisReading kinetic =
        AxisReading.maximum(
            List.of(
                new AxisPart("p4", 1, 0.9),
                new AxisPart("m4", 1, null),
                new AxisPart("x1", 1, null)));
    Axes axes =
        new Axes(day(0), AxisReading.unknown(), AxisReading.unknown(), kinetic, Strait.PASSABLE);

    assertThat(kinetic.level()).isNull();
    assertThat(RegimeMachine.first(axes).regime()).isEqualTo(Regime.CONFLICT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dialogue", "pressure", "kinetic"})
  void shouldBeUndeterminedAtOnceWithoutAnAxis(String axis) {
    Walk walk = new Walk().steps(1, DETENTE).steps(1, without(DETENTE, axis));

    assertThat(walk.last().regime()).isEqualTo(Regime.UNDETERMINED);
    assertThat(walk.last().since()).isEqualTo(day(1));
    assertThat(walk.last().reason()).isEqualTo("missing: " + axis);
  }

  @Test
  void shouldNameTheMissingPartsOfAMissingAxis() {
    AxisReading dialogue =
        AxisReading.weightedMean(
            List.of(
                new AxisPart("d1", 0.7, null),
                new AxisPart("d2", 0.15, 0.5),
                new AxisPart("d4", 0.15, null)));
    Axes axes =
        new Axes(day(0), dialogue, AxisReading.of(0.5), AxisReading.unknown(), Strait.PASSABLE);

    assertThat(RegimeMachine.first(axes).reason())
        .isEqualTo("missing: dialogue (without d1, d4), kinetic");
  }

  @Test
  void shouldGoOnWithTheRegimeBeforeAGap() {
    Walk walk =
        new Walk().steps(3, DETENTE).steps(5, without(BETWEEN, "pressure")).steps(1, BETWEEN);

    assertThat(walk.last().regime()).isEqualTo(Regime.DETENTE);
    assertThat(walk.last().since()).isEqualTo(day(8));
    assertThat(walk.last().reason())
        .isEqualTo(
            "all axes are back; dialogue 0.500 and pressure 0.400 do not meet its leave rule");
  }

  @Test
  void shouldNotGoOnAfterAGapWithWhatItsLeaveRuleEnds() {
    Walk walk =
        new Walk().steps(1, DETENTE).steps(1, without(BETWEEN, "pressure")).steps(1, COERCION);

    assertThat(walk.last().regime()).isEqualTo(Regime.COERCION);
  }

  @ParameterizedTest
  @CsvSource({"90, DETENTE", "91, DRIFT"})
  void shouldForgetTheRegimeBeforeALongGap(int gap, Regime expected) {
    Walk walk =
        new Walk().steps(3, DETENTE).steps(gap, without(BETWEEN, "dialogue")).steps(1, BETWEEN);

    assertThat(walk.last().regime()).isEqualTo(expected);
  }

  @Test
  void shouldCountNoDayInAPartialStep() {
    RegimeState oneStepToGo = new Walk().steps(1, CONFLICT).steps(6, DETENTE).last();
    Axes atNoon = Walk.at(day(6).plus(Duration.ofHours(12)), DETENTE);

    RegimeState partial = RegimeMachine.partial(oneStepToGo, atNoon);

    assertThat(partial.regime()).isEqualTo(Regime.CONFLICT);
    assertThat(RegimeMachine.next(oneStepToGo, Walk.at(day(7), DETENTE)).regime())
        .isEqualTo(Regime.DETENTE);
  }

  @Test
  void shouldNotEndADwellInAPartialStep() {
    RegimeState state = new Walk().steps(3, DETENTE).last();
    Axes later = Walk.at(day(2).plus(Duration.ofHours(12)), CONTAINMENT);

    assertThat(RegimeMachine.partial(state, later).regime()).isEqualTo(Regime.DETENTE);
    assertThat(RegimeMachine.next(state, Walk.at(day(3), CONTAINMENT)).regime())
        .isEqualTo(Regime.CONTAINMENT);
  }

  @Test
  void shouldSeeAConflictInAPartialStep() {
    RegimeState state = new Walk().steps(1, DETENTE).last();
    Axes atNoon = Walk.at(day(0).plus(Duration.ofHours(12)), CONFLICT);

    RegimeState partial = RegimeMachine.partial(state, atNoon);

    assertThat(partial.regime()).isEqualTo(Regime.CONFLICT);
    assertThat(partial.since()).isEqualTo(atNoon.asOf());
  }

  @Test
  void shouldRefuseAStepBackInTime() {
    RegimeState state = new Walk().steps(2, DETENTE).last();

    assertThatThrownBy(() -> RegimeMachine.next(state, Walk.at(day(1), DETENTE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axes of 2019-01-02T00:00:00Z do not come after those of 2019-01-02T00:00:00Z");
  }

  private static Axes entering(Regime regime) {
    return switch (regime) {
      case DETENTE -> DETENTE;
      case CONTAINMENT -> CONTAINMENT;
      case COERCION -> COERCION;
      case CONFLICT -> CONFLICT;
      case DRIFT, UNDETERMINED -> DRIFT;
    };
  }
}

package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Movement;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.theatre.TheatreModel.History;
import org.muscat.spi.Reading;

/** The published index through time: response, holds and warm-up (method, sections 2 and 5). */
class TheatreFoldTest {

  @ParameterizedTest
  @CsvSource({"50, 52", "70, 64"})
  void shouldFollowItsTargetByTheGoldenStep(double target, double expected) {
    Walking walking = new Walking(Theatres.plain());
    assertThat(stability(walking.step(risk(walking, 40)))).isCloseTo(60, within(1e-12));

    TheatreState state = walking.step(risk(walking, 100 - target));

    assertThat(stability(state)).isCloseTo(expected, within(1e-12));
    assertThat(score(state).target()).isCloseTo(target, within(1e-12));
  }

  @Test
  void shouldFollowTheGoldenTargetUnderTheGoldenFactor() {
    Walking walking = new Walking(Theatres.whole());

    TheatreState first = walking.step(Theatres.quiet(walking.next()));
    Map<String, Reading> readings = Theatres.quiet(walking.next());
    readings.put("framework", Theatres.measured(0.4, walking.next()));
    TheatreState second = walking.step(readings);

    assertThat(stability(first)).isCloseTo(60 * 0.5325, within(1e-12));
    assertThat(score(second).target()).isCloseTo(60 * 0.67, within(1e-12));
    assertThat(stability(second))
        .isCloseTo(60 * 0.5325 + 0.4 * 60 * (0.67 - 0.5325), within(1e-12));
  }

  @Test
  void shouldCloseAPartOfTheGapInAPartialStep() {
    Walking walking = new Walking(Theatres.plain());
    walking.step(risk(walking, 40));
    Instant sixHoursLater = walking.next().minus(Duration.ofHours(18));

    TheatreState state =
        walking.peek(sixHoursLater, Theatres.readings(sixHoursLater, 50, 0.2, 0.2, 0.05));

    assertThat(stability(state)).isCloseTo(60 - 10 * (1 - Math.pow(0.2, 0.25)), within(1e-12));
  }

  @Test
  void shouldNotDependOnHowOftenItIsAsked() {
    Random random = new Random(701);
    Walking seldom = new Walking(Theatres.whole());
    Walking often = new Walking(Theatres.whole());
    for (int day = 0; day < 150; day++) {
      Map<String, Reading> readings = Walking.random(seldom.next(), random);
      for (int asked = random.nextInt(4); asked > 0 && day > 0; asked--) {
        Instant between = often.next().minusSeconds(1 + random.nextInt(86_399));
        often.peek(between, Walking.random(between, random));
      }
      often.peek(often.next(), readings);

      assertThat(often.step(readings)).isEqualTo(seldom.step(readings));
      assertThat(often.memory()).isEqualTo(seldom.memory());
    }
  }

  @Test
  void shouldSayAtAPointOfTheGridWhatItsStepSays() {
    Random random = new Random(702);
    Walking walking = new Walking(Theatres.whole());
    for (int day = 0; day < 50; day++) {
      Map<String, Reading> readings = Walking.random(walking.next(), random);

      assertThat(walking.peek(walking.next(), readings)).isEqualTo(walking.step(readings));
    }
  }

  @Test
  void shouldGiveTheSameBitsIncrementallyAndFromTheStart() {
    Random random = new Random(703);
    List<Map<String, Reading>> history = new ArrayList<>();
    Walking walking = new Walking(Theatres.whole());
    for (int day = 0; day < 120; day++) {
      history.add(Walking.random(walking.next(), random));
      TheatreState incremental = walking.step(history.get(day));
      if (day % 10 != 9) {
        continue;
      }
      Walking batch = new Walking(Theatres.whole());

      TheatreState last = null;
      for (Map<String, Reading> readings : history) {
        last = batch.step(readings);
      }

      assertThat(last).isEqualTo(incremental);
      assertThat(batch.memory()).isEqualTo(walking.memory());
    }
  }

  @Test
  void shouldRememberNothingOfAMomentInBetween() {
    Walking walking = new Walking(Theatres.plain());
    walking.steps(3, (readings, asOf) -> {});
    TheatreMemory memory = walking.memory();
    Instant noon = walking.next().minus(Duration.ofHours(12));

    walking.peek(noon, Theatres.readings(noon, 90, 0.9, 0.1, 0.9));

    assertThat(walking.memory()).isEqualTo(memory);
  }

  @Test
  void shouldGoOnFromWhatWasPublishedBeforeARefusal() {
    Walking walking = new Walking(Theatres.plain());
    walking.step(risk(walking, 40));
    TheatreState refused =
        walking.steps(3, (readings, asOf) -> readings.replaceAll((id, r) -> Theatres.none()));

    TheatreState back = walking.step(risk(walking, 50));

    assertThat(refused.index().status()).isEqualTo(Status.REFUSED);
    assertThat(refused.asOf()).isEqualTo(Theatres.day(3));
    assertThat(stability(back)).isCloseTo(60 - 10 * (1 - Math.pow(0.2, 4)), within(1e-12));
  }

  @Test
  void shouldWarmUpBeforeItsHistoryBegins() {
    Instant from = Theatres.day(2).plus(Duration.ofHours(6));
    Walking walking = new Walking(from(from));
    Walking cold = new Walking(Theatres.plain());
    TheatreState warming = walking.steps(3, (readings, asOf) -> {});
    cold.steps(3, (readings, asOf) -> {});

    TheatreState state = walking.step(risk(walking, 70));

    assertThat(warming.index().status()).isEqualTo(Status.WARMING);
    assertThat(warming.index().scored()).isEmpty();
    assertThat(warming.index().reason())
        .isEqualTo("the history of the model is published from 2019-01-03T06:00:00Z on");
    assertThat(warming.margin().reason()).isEqualTo("there is no score");
    assertThat(state).isEqualTo(cold.step(risk(cold, 70)));
  }

  @Test
  void shouldScoreFromTheFirstMomentOfItsHistory() {
    Walking walking = new Walking(from(Theatres.day(1)));
    walking.steps(1, (readings, asOf) -> {});

    assertThat(walking.steps(1, (readings, asOf) -> {}).index().status()).isEqualTo(Status.SCORED);
  }

  @Test
  void shouldHoldAMissingInputForNinetyDaysAndThenCallItMembership() {
    Walking walking = new Walking(Theatres.plain());
    walking.steps(1, (readings, asOf) -> readings.put("d1", Theatres.measured(95, asOf)));
    List<IndexState> states = new ArrayList<>();
    for (int day = 0; day < 92; day++) {
      states.add(walking.steps(1, (readings, asOf) -> readings.put("d1", Theatres.none())).index());
    }

    assertThat(states.subList(0, 90)).extracting(IndexState::status).containsOnly(Status.HELD);
    assertThat(states.get(90).status()).isEqualTo(Status.SCORED);
    Movement end = Movement.between(states.get(89), states.get(90));
    assertThat(end.of(Cause.MEMBERSHIP)).isPositive();
    assertThat(end.parts())
        .extracting(Movement.Part::cause)
        .containsOnly(Cause.MEMBERSHIP, Cause.RESPONSE);
    assertThat(end.of(Cause.MEMBERSHIP))
        .isCloseTo(target(states.get(90)) - target(states.get(89)), within(1e-10));
  }

  @Test
  void shouldBeginAHoldAnewWhenTheInputWasBackForADay() {
    Walking walking = new Walking(Theatres.plain());
    walking.steps(1, (readings, asOf) -> readings.put("d1", Theatres.measured(95, asOf)));
    walking.steps(80, (readings, asOf) -> readings.put("d1", Theatres.none()));
    walking.steps(1, (readings, asOf) -> readings.put("d1", Theatres.measured(95, asOf)));

    TheatreState state = walking.steps(80, (readings, asOf) -> readings.put("d1", Theatres.none()));

    assertThat(state.index().status()).isEqualTo(Status.HELD);
  }

  @Test
  void shouldHoldTheLastGoodFrameworkIndexWhileItReadsNonsense() {
    Walking walking = new Walking(Theatres.whole());
    walking.steps(1, (readings, asOf) -> {});
    TheatreState nonsense =
        walking.steps(2, (readings, asOf) -> readings.put("framework", Theatres.measured(3, asOf)));

    TheatreState gone =
        walking.steps(1, (readings, asOf) -> readings.put("framework", Theatres.none()));

    assertThat(nonsense.index().status()).isEqualTo(Status.HELD);
    assertThat(gone.index().status()).isEqualTo(Status.HELD);
    assertThat(score(gone).structuralFactor()).isCloseTo(0.5325, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.45", "1, 1"})
  void shouldTakeTheEndsOfTheFrameworkIndexForGoodReadings(double framework, double factor) {
    Walking walking = new Walking(Theatres.whole());
    walking.steps(1, (readings, asOf) -> {});

    TheatreState state =
        walking.steps(
            1, (readings, asOf) -> readings.put("framework", Theatres.measured(framework, asOf)));
    TheatreState gone =
        walking.steps(1, (readings, asOf) -> readings.put("framework", Theatres.none()));

    assertThat(score(state).structuralFactor()).isCloseTo(factor, within(1e-12));
    assertThat(score(gone).structuralFactor()).isCloseTo(factor, within(1e-12));
  }

  @Test
  void shouldRefuseAStepThatIsNotTheNext() {
    Walking walking = new Walking(Theatres.plain());
    walking.steps(2, (readings, asOf) -> {});
    Map<String, Reading> readings = Theatres.quiet(Theatres.day(2));
    TheatreMemory memory = walking.memory();
    assertThat(walking.fold().model()).isEqualTo(Theatres.plain());

    for (Instant wrong : List.of(Theatres.day(1), Theatres.day(3), Theatres.day(2).plusNanos(1))) {
      assertThatThrownBy(() -> walking.fold().step(memory, wrong, readings))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(wrong + " is not the point of the grid after 2019-01-02T00:00:00Z");
    }
    assertThatThrownBy(() -> walking.peek(Theatres.day(2).plusNanos(1), readings))
        .hasMessageContaining("is not that of the last point before");
    assertThatThrownBy(
            () -> walking.fold().step(TheatreMemory.NONE, Theatres.day(0).plusNanos(1), readings))
        .hasMessageContaining("is not the point of the grid after null");
  }

  @Test
  void shouldSayWhichReadingIsNotThere() {
    Walking walking = new Walking(Theatres.plain());
    Map<String, Reading> readings = new HashMap<>(Theatres.quiet(walking.next()));
    readings.remove("sanctions");

    assertThatThrownBy(() -> walking.step(readings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no reading of input 'sanctions'");
  }

  private static TheatreModel from(Instant from) {
    TheatreModel plain = Theatres.plain();
    return Theatres.theatre(
        plain.model(), Theatres.regime(), plain.margin(), new History(from, Duration.ofDays(2)));
  }

  private static Map<String, Reading> risk(Walking walking, double risk) {
    return Theatres.readings(walking.next(), risk, 0.2, 0.2, 0.05);
  }

  private static Score score(TheatreState state) {
    return state.index().scored().orElseThrow();
  }

  private static double stability(TheatreState state) {
    return score(state).stability();
  }

  private static double target(IndexState state) {
    return state.scored().orElseThrow().target();
  }
}

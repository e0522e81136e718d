package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.regime.CalibratedMix;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.FlagJudgement;
import org.muscat.engine.regime.FlagJudgement.Verdict;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.regime.RegimeState;
import org.muscat.engine.regime.Strait;
import org.muscat.engine.theatre.RegimeModel.AxisMember;
import org.muscat.engine.theatre.TheatreModel.History;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;

/** The regime of a theatre from readings (method, sections 5.4, 5.5 and 6). */
class TheatreRegimeTest {

  @ParameterizedTest
  @CsvSource({"0.8, 0.5, 0.80", "0.8, 0.9, 0.288", "0.8, 0, 0"})
  void shouldHoldTheGoldenMix(double dialogue, double pressure, double expected) {
    RegimeView regime = regime(walk(dialogue, pressure, 0.1));

    assertThat(regime.mix()).isCloseTo(expected, within(1e-12));
    assertThat(regime.mixGradient()).isCloseTo(4 * dialogue * (1 - 2 * pressure), within(1e-12));
  }

  @Test
  void shouldHaveNoMixWithoutAnAxis() {
    for (String axis : List.of("dialogue", "posture")) {
      TheatreState state =
          new Walking(Theatres.plain())
              .steps(1, (readings, asOf) -> readings.put(axis, Theatres.none()));
      TheatreState whole = walk(0.5, 0.5, 0.1);

      assertThat(regime(state).mix() == null).isEqualTo(axis.equals("dialogue"));
      assertThat(regime(whole).mix()).isNotNull();
    }
  }

  @Test
  void shouldHoldTheGoldenPosteriorInSequence() {
    Walking walking = new Walking(Theatres.plain());

    RegimeView first = regime(step(walking, 0.55, 0.60, 0.10));
    RegimeView second = regime(step(walking, 0.62, 0.72, 0.12));
    RegimeView third = regime(step(walking, 0.60, 0.75, 0.15));
    RegimeView fourth = regime(step(walking, 0.35, 0.85, 0.20));
    RegimeView fifth = regime(step(walking, 0.10, 0.95, 0.95));

    assertThat(first.posterior().of(Regime.CONTAINMENT)).isCloseTo(0.8341, within(5e-5));
    assertThat(first.posterior().of(Regime.DETENTE)).isCloseTo(0.0884, within(5e-5));
    assertThat(second.posterior().of(Regime.CONTAINMENT)).isCloseTo(0.9930, within(5e-5));
    assertThat(third.posterior().of(Regime.CONTAINMENT)).isCloseTo(0.9982, within(5e-5));
    assertThat(fourth.posterior().of(Regime.CONTAINMENT)).isCloseTo(0.9590, within(5e-5));
    assertThat(fourth.posterior().of(Regime.COERCION)).isCloseTo(0.0408, within(5e-5));
    assertThat(fifth.posterior().of(Regime.CONFLICT)).isCloseTo(0.9882, within(5e-5));
    assertThat(fifth.posterior().of(Regime.COERCION)).isCloseTo(0.0118, within(5e-5));
  }

  @Test
  void shouldHoldTheGoldenPosteriorFromUniform() {
    RegimeView regime = regime(walk(0, 0.3, 0));

    assertThat(regime.posterior().of(Regime.DRIFT)).isCloseTo(0.9836, within(5e-5));
    assertThat(regime.posterior().of(Regime.COERCION)).isCloseTo(0.0146, within(5e-5));
  }

  @Test
  void shouldLearnLessInAPartOfADay() {
    Walking walking = new Walking(Theatres.plain());
    step(walking, 0.1, 0.2, 0.05);
    Instant soon = walking.next().minus(Duration.ofHours(23));
    Map<String, Reading> readings = Theatres.readings(soon, 40, 0.15, 0.85, 0.8);

    double inAnHour = regime(walking.peek(soon, readings)).posterior().of(Regime.CONFLICT);
    double inADay = regime(step(walking, 0.15, 0.85, 0.8)).posterior().of(Regime.CONFLICT);

    assertThat(inAnHour).isPositive().isLessThan(inADay);
  }

  @Test
  void shouldReachEveryRegimeAndEveryFlagFromReadings() {
    Random random = new Random(801);
    Set<Regime> regimes = EnumSet.noneOf(Regime.class);
    Map<Flag, Set<Verdict>> verdicts = new EnumMap<>(Flag.class);
    Walking walking = new Walking(Theatres.whole());
    for (int stretch = 0; stretch < 120; stretch++) {
      Map<String, Reading> mood = Walking.random(walking.next(), random);
      for (int day = 0; day < 2 + random.nextInt(9); day++) {
        Instant asOf = walking.next();
        Map<String, Reading> today = new HashMap<>(mood);
        today.replaceAll((id, r) -> random.nextInt(20) == 0 ? Theatres.none() : moved(r, asOf));

        TheatreState state = walking.step(today);

        regimes.add(regime(state).state().regime());
        for (FlagJudgement flag : state.flags()) {
          verdicts
              .computeIfAbsent(flag.flag(), f -> EnumSet.noneOf(Verdict.class))
              .add(flag.verdict());
        }
      }
    }

    assertThat(regimes).containsExactly(Regime.values());
    assertThat(verdicts).containsOnlyKeys(Flag.values());
    assertThat(verdicts.values())
        .allSatisfy(reached -> assertThat(reached).containsExactly(Verdict.values()));
  }

  @ParameterizedTest
  @CsvSource({
    "EFFECTIVELY_CLOSED, EFFECTIVELY_CLOSED, CONFLICT",
    "RESTRICTED, PASSABLE, DRIFT",
    "OPEN, PASSABLE, DRIFT"
  })
  void shouldReadTheStraitByItsStatus(String status, Strait strait, Regime expected) {
    RegimeState state =
        regime(
                new Walking(Theatres.plain())
                    .steps(
                        1,
                        (readings, asOf) -> {
                          readings.put("strikes", Theatres.measured(0.5, asOf));
                          readings.put("strait", Theatres.measured(1, asOf).fact("status", status));
                        }))
            .state();

    assertThat(state.axes().strait()).isEqualTo(strait);
    assertThat(state.regime()).isEqualTo(expected);
  }

  @Test
  void shouldNotKnowAStraitWithoutAStatus() {
    Walking walking = new Walking(Theatres.plain());

    TheatreState gone =
        walking.steps(1, (readings, asOf) -> readings.put("strait", Theatres.none()));
    TheatreState mute =
        walking.steps(1, (readings, asOf) -> readings.put("strait", Theatres.measured(1, asOf)));

    assertThat(regime(gone).state().axes().strait()).isEqualTo(Strait.UNKNOWN);
    assertThat(regime(mute).state().axes().strait()).isEqualTo(Strait.UNKNOWN);
  }

  @Test
  void shouldTakeATheatreWithoutAStraitForPassable() {
    RegimeModel inland =
        new RegimeModel(
            Theatres.regime().dialogue(),
            Theatres.regime().pressure(),
            Theatres.regime().kinetic(),
            null,
            null,
            null,
            null,
            CalibratedMix.DEFAULT);

    TheatreState state = new Walking(with(inland)).steps(1, (readings, asOf) -> {});

    assertThat(regime(state).state().axes().strait()).isEqualTo(Strait.PASSABLE);
    assertThat(state.flag(Flag.MEDIATED).orElseThrow().verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void shouldBeUndeterminedWithoutPartsOfAnAxis() {
    RegimeModel mute =
        new RegimeModel(
            List.of(),
            Theatres.regime().pressure(),
            Theatres.regime().kinetic(),
            null,
            null,
            null,
            null,
            CalibratedMix.DEFAULT);

    TheatreState state = new Walking(with(mute)).steps(1, (readings, asOf) -> {});

    assertThat(regime(state).state().regime()).isEqualTo(Regime.UNDETERMINED);
  }

  @Test
  void shouldGiveTheSameBitsForAnyOrderOfTheParts() {
    Random random = new Random(802);
    for (int i = 0; i < 100; i++) {
      List<AxisMember> parts = new ArrayList<>();
      Map<String, Reading> readings = Theatres.quiet(Theatres.day(0));
      for (int part = 0; part < 5; part++) {
        parts.add(Theatres.part("part" + part, random.nextDouble() + 0.1));
        readings.put("part" + part, Theatres.measured(random.nextDouble(), Theatres.day(0)));
      }
      TheatreState expected = new Walking(with(dialogue(parts))).step(readings);
      Collections.shuffle(parts, random);

      assertThat(new Walking(with(dialogue(parts))).step(readings)).isEqualTo(expected);
    }
  }

  private static Reading moved(Reading reading, Instant asOf) {
    if (!(reading instanceof Measured measured)) {
      return reading;
    }
    Measured today = Theatres.measured(measured.value(), asOf);
    for (Map.Entry<String, String> fact : measured.facts().entrySet()) {
      today = today.fact(fact.getKey(), fact.getValue());
    }
    return today;
  }

  private static RegimeModel dialogue(List<AxisMember> parts) {
    RegimeModel regime = Theatres.regime();
    return new RegimeModel(
        parts,
        regime.pressure(),
        regime.kinetic(),
        regime.strait(),
        regime.ultimatum(),
        regime.mediation(),
        regime.agreement(),
        regime.mix());
  }

  private static TheatreModel with(RegimeModel regime) {
    TheatreModel plain = Theatres.plain();
    return Theatres.theatre(plain.model(), regime, plain.margin(), History.WHOLE);
  }

  private static TheatreState walk(double dialogue, double pressure, double kinetic) {
    return step(new Walking(Theatres.plain()), dialogue, pressure, kinetic);
  }

  private static TheatreState step(
      Walking walking, double dialogue, double pressure, double kinetic) {
    return walking.step(Theatres.readings(walking.next(), 40, dialogue, pressure, kinetic));
  }

  private static RegimeView regime(TheatreState state) {
    RegimeView regime = state.regime();
    assertThat(regime).isNotNull();
    return regime;
  }
}

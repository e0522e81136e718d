package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.TripWire;
import org.muscat.engine.TripWire.Reachable;
import org.muscat.engine.margin.BandCuts;
import org.muscat.engine.margin.FirstPassage;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.MarginBand;
import org.muscat.engine.margin.ReliabilityTest;
import org.muscat.engine.margin.StabilityBand;
import org.muscat.engine.margin.TouchProbability;
import org.muscat.engine.margin.TouchProbability.Published;
import org.muscat.engine.margin.TouchProbability.Withheld;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.FlagJudgement.Verdict;
import org.muscat.engine.theatre.TheatreModel.History;
import org.muscat.engine.theatre.TheatreState.MarginView;
import org.muscat.spi.Reading;

/** The margin for error of a theatre from readings (method, section 7). */
class TheatreMarginTest {

  /** S_dyn 68, 13 points above the cut of GUARDED: more than 4 sigma. */
  private static final double CALM_RISK = 32;

  static final BiConsumer<Map<String, Reading>, Instant> AMPLE =
      (readings, asOf) -> readings.putAll(pillars(asOf, CALM_RISK));

  @Test
  void shouldMeasureTheDistanceOfTheDynamicIndex() {
    MarginView view = after(Theatres.whole(), AMPLE).margin();

    Margin margin = margin(view);
    assertThat(view.band()).isEqualTo(StabilityBand.GUARDED);
    assertThat(view.reason()).isEmpty();
    assertThat(margin.threshold()).isEqualTo(55);
    assertThat(margin.distance()).isCloseTo(13, within(1e-9));
    assertThat(margin.dailySd()).isEqualTo(0.8);
    assertThat(margin.sigmas()).isCloseTo(13 / (0.8 * Math.sqrt(14)), within(1e-9));
    assertThat(margin.band()).isEqualTo(MarginBand.AMPLE);
    assertThat(margin.vetoes()).isEmpty();
  }

  @Test
  void shouldMeasureHowMuchTheDynamicIndexMovesInADay() {
    Walking walking = new Walking(Theatres.plain());
    int[] day = {0};

    TheatreState state =
        walking.steps(
            61, (readings, asOf) -> readings.putAll(pillars(asOf, 30 + 6 * (day[0]++ % 2))));

    // 30 changes of 6 and 30 of -6: their median is 0, the median deviation 6.
    assertThat(margin(state.margin()).dailySd()).isCloseTo(1.4826 * 6, within(1e-9));
  }

  @Test
  void shouldHaveNoMarginBeforeThirtyChanges() {
    Walking walking = new Walking(Theatres.plain());

    TheatreState early = walking.steps(30, AMPLE);
    TheatreState known = walking.steps(1, AMPLE);

    assertThat(early.margin().margin()).isNull();
    assertThat(early.margin().band()).isEqualTo(StabilityBand.GUARDED);
    assertThat(early.margin().reason())
        .isEqualTo("fewer than 30 daily changes of the index are known in the last 60 days");
    assertThat(early.margin().touch()).isEqualTo(new Withheld(early.margin().reason()));
    assertThat(early.flag(Flag.THIN_MARGIN).orElseThrow().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(early.tripWires()).isEmpty();
    assertThat(known.margin().margin()).isNotNull();
  }

  @Test
  void shouldHaveNoMarginInTheWorstBand() {
    MarginView view =
        after(Theatres.plain(), (readings, asOf) -> readings.putAll(pillars(asOf, 80))).margin();

    assertThat(view.band()).isEqualTo(StabilityBand.CRITICAL);
    assertThat(view.margin()).isNull();
    assertThat(view.reason()).isEqualTo("the index is in the worst band");
  }

  @Test
  void shouldRaiseTheThresholdBySixTimesTheUltimatumInBrink() {
    TheatreState state = after(Theatres.plain(), brink(0.5));

    assertThat(state.flag(Flag.BRINK).orElseThrow().isRaised()).isTrue();
    assertThat(margin(state.margin()).threshold()).isCloseTo(55 + 6 * 0.5, within(1e-12));
    assertThat(margin(state.margin()).distance()).isCloseTo(10, within(1e-9));
  }

  @Test
  void shouldNotRaiseTheThresholdOutsideBrink() {
    TheatreState state = after(Theatres.plain(), brink(0.49));

    assertThat(state.flag(Flag.BRINK).orElseThrow().verdict()).isEqualTo(Verdict.CLEAR);
    assertThat(margin(state.margin()).threshold()).isEqualTo(55);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -0.5})
  void shouldNotBelieveAClockOutsideItsRange(double clock) {
    TheatreState state = after(Theatres.plain(), brink(clock));

    assertThat(state.flag(Flag.BRINK).orElseThrow().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(margin(state.margin()).threshold()).isEqualTo(55);
  }

  @Test
  void shouldCallAMarginThinAndRaiseTheFlag() {
    TheatreState state =
        after(Theatres.plain(), (readings, asOf) -> readings.putAll(pillars(asOf, 44)));

    assertThat(margin(state.margin()).band()).isEqualTo(MarginBand.THIN);
    assertThat(state.flag(Flag.THIN_MARGIN).orElseThrow().isRaised()).isTrue();
    assertThat(after(Theatres.plain(), AMPLE).flag(Flag.THIN_MARGIN).orElseThrow().verdict())
        .isEqualTo(Verdict.CLEAR);
  }

  @Test
  void shouldJudgeTheMarginWithoutARegime() {
    TheatreModel model = TheatreModel.of("gulf", Theatres.plain().model());

    TheatreState state = after(model, AMPLE);

    assertThat(margin(state.margin()).band()).isEqualTo(MarginBand.AMPLE);
    assertThat(state.regime()).isNull();
    assertThat(state.flags()).isEmpty();
    assertThat(state.flag(Flag.BRINK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.3", "0.3"})
  void shouldPublishTheTouchProbabilityOfAModelThatPassed(double drift) {
    MarginModel margin =
        new MarginModel(BandCuts.DEFAULT, 14, drift, new ReliabilityTest(0.04, 500));

    TouchProbability touch = after(with(margin), AMPLE).margin().touch();

    assertThat(touch)
        .isEqualTo(
            new Published(
                FirstPassage.probability(
                    margin(after(with(margin), AMPLE).margin()).distance(), 0.8, drift, 14),
                14,
                new ReliabilityTest(0.04, 500)));
  }

  @Test
  void shouldWithholdTheTouchProbabilityAndSayWhy() {
    MarginModel failed = new MarginModel(BandCuts.DEFAULT, 14, 0, new ReliabilityTest(0.12, 500));

    assertThat(after(Theatres.plain(), AMPLE).margin().touch())
        .isEqualTo(new Withheld("the model has no reliability test"));
    assertThat(after(with(failed), AMPLE).margin().touch())
        .isEqualTo(
            new Withheld(
                "the model failed its reliability test: calibration error 0.120 over 500"
                    + " forecasts is above 0.05"));
  }

  @Test
  void shouldTakeTheIndexToTheRaisedThresholdByEachTripWire() {
    Walking walking = new Walking(Theatres.whole());
    walking.steps(40, brink(1));
    Map<String, Reading> readings = Theatres.quiet(walking.next());
    brink(1).accept(readings, walking.next());

    List<TripWire> wires = walking.peek(walking.next(), readings).tripWires();

    assertThat(wires).hasSize(9).allMatch(Reachable.class::isInstance);
    for (TripWire wire : wires) {
      Map<String, Reading> tripped = new HashMap<>(readings);
      double reading = ((Reachable) wire).trippingReading();
      tripped.put(wire.member(), Theatres.measured(reading, walking.next()));
      TheatreState at = walking.peek(walking.next(), tripped);

      assertThat(at.index().scored().orElseThrow().dynamic()).isCloseTo(61, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "NaN, 0", "Infinity, 0", "14, NaN", "14, Infinity"})
  void shouldRefuseAHorizonOrADriftThatIsNone(double days, double drift) {
    assertThatThrownBy(() -> new MarginModel(BandCuts.DEFAULT, days, drift, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("horizon of " + days + " days must be positive, drift " + drift + " finite");
  }

  @Test
  void shouldNotForgetTheVolatilityOfTheLastPointInBetween() {
    Random random = new Random(901);
    Walking walking = new Walking(Theatres.plain());
    for (int day = 0; day < 45; day++) {
      walking.step(Theatres.readings(walking.next(), 100 * random.nextDouble(), 0.2, 0.2, 0.1));
    }
    Instant noon = walking.next().minusSeconds(43_200);

    TheatreState state = walking.peek(noon, Theatres.readings(noon, 44, 0.2, 0.2, 0.1));

    assertThat(margin(state.margin()).dailySd()).isEqualTo(walking.memory().volatility().dailySd());
  }

  private static TheatreModel with(MarginModel margin) {
    TheatreModel plain = Theatres.plain();
    return Theatres.theatre(plain.model(), Theatres.regime(), margin, History.WHOLE);
  }

  /** Forty equal days. */
  static TheatreState after(TheatreModel model, BiConsumer<Map<String, Reading>, Instant> change) {
    return new Walking(model).steps(40, change);
  }

  static BiConsumer<Map<String, Reading>, Instant> brink(double ultimatum) {
    return (readings, asOf) -> {
      readings.putAll(Theatres.readings(asOf, CALM_RISK, 0.6, 0.6, 0.05));
      readings.put("ultimatum", Theatres.measured(ultimatum, asOf));
    };
  }

  static Map<String, Reading> pillars(Instant asOf, double risk) {
    Map<String, Reading> readings = new HashMap<>();
    Theatres.MEMBERS.forEach(id -> readings.put(id, Theatres.measured(risk, asOf)));
    return readings;
  }

  static Margin margin(MarginView view) {
    Margin margin = view.margin();
    assertThat(margin).isNotNull();
    return margin;
  }
}

package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.Model.Rules;
import org.muscat.engine.theatre.TheatreModel.History;
import org.muscat.spi.Reading;

/** The grid, where it begins, what is remembered along it, and the model that it folds. */
class GridTest {

  private static final Instant POINT = Instant.parse("2019-09-14T00:00:00Z");

  @Test
  void shouldHaveItsPointsAtMidnight() {
    assertThat(Grid.isPoint(POINT)).isTrue();
    assertThat(Grid.isPoint(POINT.plusNanos(1))).isFalse();
    assertThat(Grid.isPoint(POINT.plus(Duration.ofHours(12)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-09-14T00:00:00Z, 2019-09-13T00:00:00Z, 2019-09-14T00:00:00Z, 2019-09-14T00:00:00Z",
    "2019-09-14T00:00:01Z, 2019-09-14T00:00:00Z, 2019-09-14T00:00:00Z, 2019-09-15T00:00:00Z",
    "2019-09-14T23:59:59Z, 2019-09-14T00:00:00Z, 2019-09-14T00:00:00Z, 2019-09-15T00:00:00Z"
  })
  void shouldKnowItsNeighbours(
      Instant moment, Instant before, Instant atOrBefore, Instant atOrAfter) {
    assertThat(Grid.before(moment)).isEqualTo(before);
    assertThat(Grid.atOrBefore(moment)).isEqualTo(atOrBefore);
    assertThat(Grid.atOrAfter(moment)).isEqualTo(atOrAfter);
  }

  @Test
  void shouldBeginAWarmUpBeforeTheFirstPublishedPoint() {
    assertThat(new History(POINT, Duration.ofDays(800)).origin(POINT.plusSeconds(1)))
        .isEqualTo(POINT.minus(Duration.ofDays(800)));
    assertThat(new History(POINT.plusSeconds(1), Duration.ofDays(1)).origin(POINT))
        .isEqualTo(POINT);
    assertThat(History.DEFAULT_WARM_UP).isEqualTo(Duration.ofDays(800));
  }

  @Test
  void shouldBeginWithTheFirstThingKnownWhereNothingElseIsSaid() {
    assertThat(History.WHOLE.origin(POINT)).isEqualTo(POINT);
    assertThat(History.WHOLE.origin(POINT.plusSeconds(1))).isEqualTo(POINT.plus(Grid.STEP));
  }

  @Test
  void shouldRefuseANegativeWarmUp() {
    assertThatThrownBy(() -> new History(POINT, Duration.ofDays(-1)))
        .hasMessage("warm-up PT-24H is negative");
    assertThat(new History(POINT, Duration.ZERO).origin(POINT)).isEqualTo(POINT);
  }

  @Test
  void shouldRememberSixtyOnePointsOfTheDynamicIndex() {
    Volatility volatility = Volatility.NONE;
    for (int point = 0; point < 100; point++) {
      volatility = volatility.next(point % 7 == 0 ? Optional.empty() : Optional.of(point * 1.0));
    }

    assertThat(volatility.dynamic()).hasSize(61);
    assertThat(volatility.dynamic().get(0)).hasValue(39);
    assertThat(volatility.dynamic().get(59)).isEmpty();
    assertThat(volatility).isEqualTo(Volatility.of(volatility.dynamic()));
    assertThat(volatility.dailySd()).isEqualTo(0.8);
  }

  @Test
  void shouldRefuseToRememberMore() {
    List<OptionalDouble> tooMany = Collections.nCopies(62, OptionalDouble.empty());

    assertThatThrownBy(() -> new Volatility(tooMany, null))
        .hasMessage("62 points of S_dyn, at most 61 are remembered");
  }

  @Test
  void shouldReadEveryInputOnce() {
    assertThat(Theatres.whole().inputs())
        .startsWith("d1", "d2", "d3", "e1")
        .contains("framework", "opacity", "dialogue", "posture", "strikes")
        .endsWith("strait", "ultimatum", "mediation", "agreement")
        .doesNotHaveDuplicates()
        .hasSize(22);
    assertThat(TheatreModel.of("gulf", Theatres.model(Rules.DEFAULT)).inputs())
        .containsExactlyElementsOf(Theatres.MEMBERS);
  }

  @Test
  void shouldReadAnInputOnceThatServesTwice() {
    RegimeModel regime =
        new RegimeModel(
            List.of(Theatres.part("d1", 1)),
            List.of(),
            List.of(),
            null,
            Theatres.watched("d1"),
            null,
            null,
            Theatres.regime().mix());
    TheatreModel plain = Theatres.plain();

    TheatreModel model = Theatres.theatre(plain.model(), regime, plain.margin(), plain.history());

    assertThat(regime.inputs()).containsExactly("d1");
    assertThat(model.inputs()).containsExactlyElementsOf(Theatres.MEMBERS);
  }

  @Test
  void shouldSayWhatIfAsAModelFileWithTheseWeightsWould() {
    Map<String, Double> weights = Map.of("energy", 0.8, "d2", 3.0);
    TheatreModel model = Theatres.whole();
    TheatreModel file =
        Theatres.theatre(
            model.model().withWeights(weights), model.regime(), model.margin(), model.history());
    Random random = new Random(1002);
    Walking real = new Walking(model);
    Walking written = new Walking(file);
    for (int day = 0; day < 40; day++) {
      Map<String, Reading> readings = Walking.random(real.next(), random);
      real.step(readings);
      written.step(readings);
    }
    Map<String, Reading> changed = Theatres.quiet(real.next());
    changed.put("e1", Theatres.measured(95, real.next()));

    TheatreState whatIf =
        new TheatreFold(model.withWeights(weights)).at(written.memory(), real.next(), changed);

    assertThat(whatIf).isEqualTo(written.peek(written.next(), changed));
    assertThat(whatIf).isNotEqualTo(real.peek(real.next(), changed));
    assertThat(model.withWeights(weights)).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "NaN", "Infinity"})
  void shouldRefuseAPartOfAnAxisWithoutWeight(double weight) {
    assertThatThrownBy(() -> Theatres.part("dialogue", weight))
        .hasMessage("weight of 'dialogue' on its axis is not positive: " + weight);
  }
}

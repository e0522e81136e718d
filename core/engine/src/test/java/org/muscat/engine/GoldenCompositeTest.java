package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;
import org.muscat.engine.response.AsymmetricResponse;

/** The numbers of method, section 5, from readings to the published index. */
class GoldenCompositeTest {

  private static final Model ONE_PILLAR =
      new Model("one", 1, "hash", List.of(Models.pillar("energy", 1, "e1", "e2")), Rules.DEFAULT);

  private static final Model WITH_FRAMEWORK =
      new Model("two", 1, "hash", Models.threePillars().pillars(), Worlds.rules(0));

  @ParameterizedTest
  @CsvSource({"0.15, 0.5325", "0.4, 0.67", "0, 0.45", "1, 1"})
  void shouldPutTheStructuralFactorOverTheMean(double framework, double factor) {
    Score score = score(framework(framework));

    assertThat(score.structuralFactor()).isCloseTo(factor, within(1e-12));
    assertThat(score.target()).isCloseTo(score.dynamic() * factor, within(1e-12));
    assertThat(score.stability()).isEqualTo(score.target());
  }

  @Test
  void shouldBeAnExactSumInLogarithms() {
    IndexState state = framework(0.15);

    double sum = Math.log(0.5325);
    double[] weight = {0.4, 0.3, 0.3};
    for (int p = 0; p < 3; p++) {
      sum += weight[p] * Math.log(state.pillars().get(p).stability());
    }
    assertThat(Math.log(score(state).target())).isCloseTo(sum, within(1e-13));
  }

  @Test
  void shouldHaveACeilingWithoutAFramework() {
    Map<String, Input> inputs = calm();
    inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(0)));

    Score score = score(Worlds.compose(WITH_FRAMEWORK, inputs));

    assertThat(score.dynamic()).isCloseTo(100, within(1e-9));
    assertThat(score.stability()).isCloseTo(45, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"60, 50, 52", "60, 70, 64"})
  void shouldFollowItsTargetByOneDay(double before, double target, double expected) {
    Score score = score(follow(before, target, Duration.ofDays(1), AsymmetricResponse.DEFAULT));

    assertThat(score.stability()).isCloseTo(expected, within(1e-12));
    assertThat(score.target()).isCloseTo(target, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"60, 50, 6, 0.8", "60, 50, 18, 0.8", "60, 70, 6, 0.4", "60, 70, 1, 0.4"})
  void shouldCloseAPartOfTheGapInAPartOfADay(double before, double target, int hours, double eta) {
    Score score =
        score(follow(before, target, Duration.ofHours(hours), AsymmetricResponse.DEFAULT));

    double closed = 1 - Math.pow(1 - eta, hours / 24.0);
    assertThat(score.stability()).isCloseTo(before + closed * (target - before), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"60, 50, 52", "60, 70, 68"})
  void shouldRiseAsFastAsItFallsUnderAMediatedAgreement(
      double before, double target, double expected) {
    AsymmetricResponse response = AsymmetricResponse.DEFAULT.inConflictWithMediatedAgreement();

    Score score = score(follow(before, target, Duration.ofDays(1), response));

    assertThat(score.stability()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldPublishTheTargetWhenNothingWasPublishedBefore() {
    Score score = score(Worlds.compose(ONE_PILLAR, stability(50)));

    assertThat(score.stability()).isEqualTo(score.target());
  }

  @Test
  void shouldRefuseToFollowWhatComesLater() {
    assertThatThrownBy(() -> follow(60, 50, Duration.ofDays(-1), AsymmetricResponse.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1.0 days");
  }

  @Test
  void shouldAddTheVariancesOfReadingsWeightsFrameworkAndOpacity() {
    Pillar energy = Models.pillar("energy", 1, "e1", "e2");
    Model model = new Model("one", 1, "hash", List.of(energy), Worlds.rules(0));
    Map<String, Input> inputs = new HashMap<>(Map.of("e1", Models.risk(30), "e2", Models.risk(50)));
    inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(0.4)));
    inputs.put(Worlds.OPACITY, Input.of(Worlds.unit(0.5)));

    Score score = score(Worlds.compose(model, inputs));

    double ofReading = 25 + 400 / 2.0;
    double ofReadings = 2 * ofReading / 4;
    double ofWeights = ((70 * 70 + 50 * 50) / 2.0 - 60 * 60) / 51;
    double ofFramework = (64 + 400 * (1 - Math.pow(2, -1 / 30.0))) / 1e4;
    double sigma =
        Math.sqrt(
            0.67 * 0.67 * (ofReadings + ofWeights)
                + 60 * 60 * 0.55 * 0.55 * ofFramework
                + 12 * 12 * 0.5 * 0.5);
    assertThat(score.sigma()).isCloseTo(sigma, within(1e-10));
    assertThat(score.lower()).isCloseTo(60 * 0.67 - 1.645 * sigma, within(1e-10));
    assertThat(score.upper()).isCloseTo(60 * 0.67 + 1.645 * sigma, within(1e-10));
  }

  private static IndexState framework(double framework) {
    Map<String, Input> inputs = Worlds.whole(WITH_FRAMEWORK, new Random(1));
    inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(framework)));
    return Worlds.compose(WITH_FRAMEWORK, inputs);
  }

  private static Map<String, Input> calm() {
    Map<String, Input> inputs = Worlds.whole(WITH_FRAMEWORK, new Random(2));
    inputs.replaceAll(
        (id, input) -> id.equals(Worlds.OPACITY) ? input : Input.of(Worlds.measured(0)));
    return inputs;
  }

  private static IndexState follow(
      double before, double target, Duration later, AsymmetricResponse response) {
    return new Composite(ONE_PILLAR)
        .compose(
            "gulf",
            Worlds.AS_OF,
            stability(target),
            new Published(before, Worlds.AS_OF.minus(later)),
            response);
  }

  private static Map<String, Input> stability(double stability) {
    Input input = Models.risk(100 - stability);
    return Map.of("e1", input, "e2", input);
  }

  private static Score score(IndexState state) {
    return state.scored().orElseThrow();
  }
}

package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.spi.NoData;

/** The two inputs beside the pillars, live, held and missing (method, sections 2.7 and 5). */
class FrameworkAndOpacityTest {

  private static final int ROUNDS = 300;

  private static final Model STRUCTURED =
      new Model("two", 1, "hash", Models.threePillars().pillars(), Worlds.rules(0));

  @Test
  void shouldWidenByOpacityAndNeverShift() {
    Random random = new Random(205);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, 0);
      Map<String, Input> inputs = Worlds.whole(model, random);
      inputs.put(Worlds.OPACITY, Input.of(Worlds.unit(0)));
      Score open = score(Worlds.compose(model, inputs));
      double last = open.sigma();
      for (double opacity : new double[] {0.01, 0.5, 1}) {
        inputs.put(Worlds.OPACITY, Input.of(Worlds.unit(opacity)));

        Score score = score(Worlds.compose(model, inputs));

        assertThat(score.stability()).isEqualTo(open.stability());
        assertThat(score.sigma()).isGreaterThan(last);
        last = score.sigma();
      }
      assertThat(last).isCloseTo(Math.hypot(open.sigma(), 12), within(1e-10));
    }
  }

  @Test
  void shouldTakeOpacityThatWasNeverSeenForWhole() {
    Map<String, Input> inputs = Worlds.whole(STRUCTURED, new Random(206));
    inputs.put(Worlds.OPACITY, Input.of(Worlds.unit(1)));
    Score opaque = score(Worlds.compose(STRUCTURED, inputs));
    inputs.put(Worlds.OPACITY, Worlds.neverSeen());

    IndexState state = Worlds.compose(STRUCTURED, inputs);

    assertThat(score(state)).isEqualTo(opaque);
    assertThat(state.opacity()).contains(1.0);
    assertThat(state.reason()).isEqualTo("opacity at its bound: opacity");
    assertThat(state.status()).isEqualTo(Status.SCORED);
  }

  @Test
  void shouldHoldOpacityAtItsLastValue() {
    Map<String, Input> inputs = Worlds.whole(STRUCTURED, new Random(207));
    inputs.put(Worlds.OPACITY, Worlds.gone(Input.of(Worlds.unit(0.3))));

    IndexState state = Worlds.compose(STRUCTURED, inputs);

    assertThat(state.opacity()).contains(0.3);
    assertThat(state.reason()).isEqualTo("opacity held at its last value: opacity");
  }

  @Test
  void shouldHoldTheFrameworkIndex() {
    Map<String, Input> inputs = Worlds.whole(STRUCTURED, new Random(208));
    inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(0.4)));
    Score before = score(Worlds.compose(STRUCTURED, inputs));
    inputs.put(Worlds.FRAMEWORK, Worlds.gone(inputs.get(Worlds.FRAMEWORK)));

    IndexState state = Worlds.compose(STRUCTURED, inputs);

    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.reason()).isEqualTo("held at their last value: framework");
    assertThat(score(state).structuralFactor()).isCloseTo(0.67, within(1e-12));
    assertThat(score(state).stability()).isEqualTo(before.stability());
    assertThat(score(state).sigma()).isGreaterThan(before.sigma());
  }

  @Test
  void shouldNotSayThatItLeansOnACalmLastValueBesideAHeldFramework() {
    Map<String, Input> inputs = Worlds.whole(STRUCTURED, new Random(209));
    inputs.put(Worlds.FRAMEWORK, Worlds.gone(inputs.get(Worlds.FRAMEWORK)));
    inputs.put("d1", Worlds.gone(Models.risk(0)));

    IndexState state = Worlds.compose(STRUCTURED, inputs);

    assertThat(state.reason()).isEqualTo("held at their last value: framework; missing: d1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.2, -0.1})
  void shouldRefuseWithoutTheFrameworkIndexThatTheModelDeclares(double reading) {
    Map<String, Input> inputs = Worlds.whole(STRUCTURED, new Random(210));
    inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(reading)));

    IndexState state = Worlds.compose(STRUCTURED, inputs);

    assertThat(state.status()).isEqualTo(Status.REFUSED);
    assertThat(state.scored()).isEmpty();
    assertThat(state.reason())
        .isEqualTo(
            "the framework index 'framework' is missing and was not seen in the last 90 days:"
                + " its reading "
                + reading
                + " is not in [0,1]");
  }

  @Test
  void shouldRefuseWhenTheFrameworkIndexWasNeverSeen() {
    Map<String, Input> inputs = Worlds.whole(STRUCTURED, new Random(211));
    inputs.put(Worlds.FRAMEWORK, Input.of(new NoData("nobody coded it")));

    IndexState state = Worlds.compose(STRUCTURED, inputs);

    assertThat(state.status()).isEqualTo(Status.REFUSED);
    assertThat(state.structureContribution()).isNull();
    assertThat(state.reason()).endsWith("nobody coded it");
  }

  private static Score score(IndexState state) {
    return state.scored().orElseThrow();
  }
}

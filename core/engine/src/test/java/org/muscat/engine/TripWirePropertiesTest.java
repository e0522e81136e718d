package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.TripWire.Reachable;
import org.muscat.engine.TripWire.Unreachable;

/** Trip-wires of any model with any power of the mean, with inputs missing and held. */
class TripWirePropertiesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5, 0.25, 3})
  void shouldGiveTheThresholdWhenComposedAgainWithTheTrippingReading(double power) {
    Random random = new Random(501);
    int reachable = 0;
    for (int i = 0; i < 300; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.gaps(model, random);
      IndexState state = Worlds.compose(model, inputs);
      if (state.scored().isEmpty()) {
        continue;
      }
      double threshold = Math.max(1, dynamic(state) * (0.5 + random.nextDouble() / 2));
      for (TripWire wire : TripWires.of(state, threshold)) {
        if (wire instanceof Reachable at) {
          reachable++;
          Map<String, Input> tripped = new HashMap<>(inputs);
          tripped.put(at.member(), Input.of(Worlds.measured(at.trippingReading())));

          assertThat(dynamic(Worlds.compose(model, tripped))).isCloseTo(threshold, within(1e-6));
        }
      }
    }
    assertThat(reachable).isGreaterThan(200);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5, 0.25, 3})
  void shouldStayAboveTheThresholdAtTheWorstOfAnUnreachableIndicator(double power) {
    Random random = new Random(502);
    int unreachable = 0;
    for (int i = 0; i < 300; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.whole(model, random);
      IndexState state = Worlds.compose(model, inputs);
      double threshold = dynamic(state) * random.nextDouble();
      for (TripWire wire : TripWires.of(state, threshold)) {
        if (wire instanceof Unreachable out) {
          unreachable++;
          Member member = member(model, out.member());
          double worse = Math.signum(member.scale().stressed() - member.scale().calm());
          Map<String, Input> worst = new HashMap<>(inputs);
          worst.put(member.id(), Input.of(Worlds.measured(1e6 * worse)));

          double index = dynamic(Worlds.compose(model, worst));
          assertThat(index).isGreaterThan(threshold - 1e-9);
          assertThat(out.reason())
              .isEqualTo(
                  String.format(
                      Locale.ROOT,
                      "even at the worst of its scale the index stays at %.2f",
                      index));
        }
      }
    }
    assertThat(unreachable).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldNotThrowNextToTheIndexAtTheCalmEndOfEveryScale(double power) {
    Random random = new Random(503);
    for (int i = 0; i < 300; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.whole(model, random);
      for (Pillar pillar : model.pillars()) {
        for (Member member : pillar.members()) {
          if (random.nextBoolean()) {
            double calmer = Math.signum(member.scale().calm() - member.scale().stressed());
            inputs.put(member.id(), Input.of(Worlds.measured(1e6 * calmer)));
          }
        }
      }
      IndexState state = Worlds.compose(model, inputs);

      for (TripWire wire : TripWires.of(state, Math.nextDown(dynamic(state)))) {
        if (wire instanceof Reachable at) {
          assertThat(at.stabilityMove()).isBetween(-1e-9, 0.0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -5, Double.NaN})
  void shouldRefuseAThresholdThatIsNotPositive(double threshold) {
    Model model = Models.threePillars();
    IndexState state = Worlds.compose(model, Models.randomInputs(model, new Random(504)));

    assertThatThrownBy(() -> TripWires.of(state, threshold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threshold " + threshold + " is not positive");
  }

  @Test
  void shouldGiveNoWireThroughTheFloorOfAPillar() {
    Model model = Models.threePillars();
    Map<String, Input> inputs = Models.randomInputs(model, new Random(505));
    inputs.putAll(Map.of("m1", Models.risk(100), "m2", Models.risk(100)));
    IndexState state = Worlds.compose(model, inputs);

    TripWire wire = TripWires.of(state, dynamic(state) - 1).get(6);

    assertThat(wire.member()).isEqualTo("m1");
    assertThat(wire).isInstanceOf(Unreachable.class);
  }

  private static Member member(Model model, String id) {
    return model.pillars().stream()
        .flatMap(pillar -> pillar.members().stream())
        .filter(member -> member.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double dynamic(IndexState state) {
    return state.scored().orElseThrow().dynamic();
  }
}

package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.spi.Measured;

/** How a move is shared among the members of a pillar that hardly moves, or is at its floor. */
class CancellingMovesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, -1})
  void shouldKeepTheSizeOfMovesThatCancel(double power) {
    Random random = new Random(408);
    Model model = Worlds.with(Models.threePillars(), Model.Rules.DEFAULT.withPower(power));
    Composite composite = new Composite(model);
    for (int i = 0; i < 400; i++) {
      Map<String, Input> inputs = Models.randomInputs(model, random);
      IndexState before = compose(composite, inputs);
      double dynamic = before.scored().orElseThrow().dynamic();
      double energy = before.pillars().get(1).stability();
      Input first = inputs.put("e1", inputs.get("e3"));
      inputs.put("e3", first);
      double rise = value(inputs, "e1") - value(inputs, "e3");

      Movement movement = Movement.between(before, compose(composite, inputs));

      double slope = 0.3 * Math.pow(energy / dynamic, power - 1);
      assertThat(movement.parts().get(0).member()).isEqualTo("e1");
      assertThat(movement.parts().get(0).points())
          .isCloseTo(-slope * rise / 3, within(1e-3 * Math.abs(rise)));
    }
  }

  @Test
  void shouldShareTheMoveOfAPillarAtItsFloor() {
    Model model = Models.threePillars();
    Composite composite = new Composite(model);
    Map<String, Input> inputs = Models.randomInputs(model, new Random(409));
    inputs.putAll(Map.of("m1", Models.risk(100), "m2", Models.risk(100)));
    IndexState floored = compose(composite, inputs);
    inputs.putAll(Map.of("m1", Models.risk(60), "m2", Models.risk(80)));
    IndexState above = compose(composite, inputs);

    Movement movement = Movement.between(floored, above);

    assertThat(movement.parts().get(0).points())
        .isCloseTo(2 * movement.parts().get(1).points(), within(1e-9));
    assertThat(movement.of(Cause.DATA)).isCloseTo(movement.change(), within(1e-10));
  }

  private static IndexState compose(Composite composite, Map<String, Input> inputs) {
    return composite.compose("gulf", Worlds.AS_OF, inputs, null, AsymmetricResponse.DEFAULT);
  }

  private static double value(Map<String, Input> inputs, String id) {
    return ((Measured) inputs.get(id).reading()).value();
  }
}

package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.Models.AS_OF;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.spi.NoData;

class MovementTest {

  private static final Model MODEL = Models.threePillars();

  @Test
  void shouldSplitAnyMoveIntoPartsThatSumToIt() {
    Random random = new Random(9);
    for (int i = 0; i < 1_000; i++) {
      Map<String, Input> inputs = Models.randomInputs(MODEL, random);
      IndexState before = compose(inputs);
      Map<String, Input> later = Models.randomInputs(MODEL, random);
      later.put("d3", Input.of(new NoData("gone")));
      IndexState after = compose(later);

      Movement movement = Movement.between(before, after);

      double sum = movement.parts().stream().mapToDouble(Movement.Part::points).sum();
      assertThat(sum).isCloseTo(movement.change(), within(1e-11));
    }
  }

  @Test
  void shouldBlameTheMemberThatMoved() {
    Map<String, Input> calm = new HashMap<>(Models.randomInputs(MODEL, new Random(10)));
    calm.put("m1", Models.risk(10));
    Map<String, Input> tense = new HashMap<>(calm);
    tense.put("m1", Models.risk(90));

    Movement movement = Movement.between(compose(calm), compose(tense));

    assertThat(movement.change()).isNegative();
    assertThat(movement.parts().get(0).member()).isEqualTo("m1");
    assertThat(movement.parts().get(0).points()).isNegative();
  }

  @Test
  void shouldRefuseToExplainAStateWithoutAScore() {
    Map<String, Input> inputs = Models.randomInputs(MODEL, new Random(11));
    IndexState scored = compose(inputs);
    inputs.replaceAll((member, input) -> Input.of(new NoData("gone")));
    IndexState refused = compose(inputs);

    assertThatThrownBy(() -> Movement.between(scored, refused))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no score");
  }

  private static IndexState compose(Map<String, Input> inputs) {
    return Composite.compose(MODEL, "gulf", AS_OF, inputs);
  }
}

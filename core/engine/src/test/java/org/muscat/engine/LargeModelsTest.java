package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;
import org.muscat.engine.Movement.Cause;

/** More inputs than an exact value has players. */
class LargeModelsTest {

  private static final int SIZE = 40;

  @Test
  void shouldSplitAMoveExactlyWhenManyMembersLeave() {
    Random random = new Random(1201);
    Model model = model(random);
    Map<String, Input> inputs = inputs(random);
    IndexState before = Worlds.compose(model, inputs);
    for (int i = 0; i < 18; i++) {
      inputs.put("a" + i, Worlds.neverSeen());
    }
    IndexState after = Worlds.compose(model, inputs);

    Movement movement = Movement.between(before, after);

    assertThat(movement.parts()).hasSize(18);
    assertThat(movement.parts()).extracting(Movement.Part::cause).containsOnly(Cause.MEMBERSHIP);
    assertThat(movement.of(Cause.MEMBERSHIP)).isCloseTo(movement.change(), within(1e-10));
    assertThat(Movement.between(after, before).of(Cause.MEMBERSHIP))
        .isCloseTo(-movement.change(), within(1e-10));
  }

  @Test
  void shouldNeverCalmWhenManyInputsGoMissing() {
    Random random = new Random(1202);
    for (int round = 0; round < 100; round++) {
      Model model = model(random);
      Map<String, Input> inputs = inputs(random);
      IndexState before = Worlds.compose(model, inputs);
      for (int i = 0; i < 18; i++) {
        inputs.put("a" + i, Worlds.gone(inputs.get("a" + i)));
      }

      IndexState after = Worlds.compose(model, inputs);

      assertThat(after.status()).isEqualTo(Status.HELD);
      assertThat(after.scored().orElseThrow().dynamic())
          .isLessThanOrEqualTo(before.scored().orElseThrow().dynamic());
    }
  }

  private static Model model(Random random) {
    List<Member> many = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      many.add(Models.member("a" + i, 0.5 + random.nextDouble()));
    }
    return new Model(
        "large",
        1,
        "hash",
        List.of(new Pillar("a", 1, many), Models.pillar("b", 1, "b1", "b2")),
        Rules.DEFAULT.withCoverageFloor(0.3));
  }

  private static Map<String, Input> inputs(Random random) {
    Map<String, Input> inputs = new HashMap<>(Map.of("b1", Models.risk(40), "b2", Models.risk(50)));
    for (int i = 0; i < SIZE; i++) {
      inputs.put("a" + i, Models.risk(100 * random.nextDouble()));
    }
    return inputs;
  }
}

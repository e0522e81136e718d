package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.spi.Measured;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** A model of three pillars whose readings are risks, for tests of the arithmetic. */
final class Models {

  static final Instant AS_OF = Instant.parse("2019-09-20T00:00:00Z");
  static final Uncertainty UNCERTAINTY =
      new Uncertainty(5, 20, Duration.ofDays(1), Duration.ofDays(10));

  /** A reading that is its own risk. */
  static final Scale IDENTITY = Scale.linear(0, 0, 100, 100);

  private Models() {}

  static Model threePillars() {
    return new Model(
        "test",
        1,
        "hash",
        List.of(
            pillar("energy", 0.3, "e1", "e2", "e3"),
            pillar("maritime", 0.3, "m1", "m2"),
            pillar("diplomacy", 0.4, "d1", "d2", "d3")),
        Model.Rules.DEFAULT);
  }

  static Pillar pillar(String id, double weight, String... members) {
    return new Pillar(id, weight, List.of(members).stream().map(name -> member(name, 1)).toList());
  }

  static Member member(String id, double weight) {
    return new Member(id, weight, IDENTITY, UNCERTAINTY);
  }

  static Map<String, Input> randomInputs(Model model, Random random) {
    Map<String, Input> inputs = new HashMap<>();
    for (Pillar pillar : model.pillars()) {
      for (Member member : pillar.members()) {
        inputs.put(member.id(), risk(100 * random.nextDouble()));
      }
    }
    return inputs;
  }

  static Input risk(double risk) {
    return Input.of(Measured.of(risk, AS_OF.minus(Duration.ofDays(1))));
  }
}

package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Opacity;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;
import org.muscat.engine.Model.Structure;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.response.StructuralFactor;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** Random models and inputs with every shape of scale, a structural factor and opacity. */
final class Worlds {

  static final Instant AS_OF = Models.AS_OF;
  static final String FRAMEWORK = "framework";
  static final String OPACITY = "opacity";
  static final Uncertainty CODED =
      new Uncertainty(8, 20, Duration.ofDays(30), Duration.ofDays(400));

  private static final List<Scale> SCALES =
      List.of(
          Scale.logistic(15.48, 48.02),
          Scale.logistic(0.95, 0.55),
          Scale.logLogistic(1.33, 2.94),
          Scale.logLogistic(2.94, 1.33),
          Scale.linear(0, 10, 4, 90),
          Scale.linear(1, 0, 0, 60),
          Scale.normal());

  private Worlds() {}

  /** Two to four pillars of two to four members, by their numbers of any scale and weight. */
  static Model model(Random random, double power) {
    List<Pillar> pillars = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int p = 0; p < count; p++) {
      List<Member> members = new ArrayList<>();
      int size = 2 + random.nextInt(3);
      for (int m = 0; m < size; m++) {
        members.add(member("p" + p + "m" + m, random));
      }
      pillars.add(new Pillar("p" + p, 0.1 + random.nextDouble(), members));
    }
    return new Model("world", 1, "hash", pillars, rules(power));
  }

  static Member member(String id, Random random) {
    Scale scale = SCALES.get(random.nextInt(SCALES.size()));
    return new Member(id, 0.1 + random.nextDouble(), scale, Models.UNCERTAINTY);
  }

  static Rules rules(double power) {
    return Rules.DEFAULT
        .withPower(power)
        .withMinimumLive(1)
        .withStructure(new Structure(FRAMEWORK, StructuralFactor.DEFAULT, CODED))
        .withOpacities(List.of(new Opacity(OPACITY, Opacity.DEFAULT_POINTS, CODED)));
  }

  static Model with(Model model, List<Pillar> pillars) {
    return new Model("world", 2, "other", pillars, model.rules());
  }

  static Model with(Model model, Rules rules) {
    return new Model("world", 2, "other", model.pillars(), rules);
  }

  /** Everything is live. */
  static Map<String, Input> whole(Model model, Random random) {
    Map<String, Input> inputs = new HashMap<>();
    for (Pillar pillar : model.pillars()) {
      for (Member member : pillar.members()) {
        inputs.put(member.id(), Input.of(reading(member.scale(), random)));
      }
    }
    inputs.put(FRAMEWORK, Input.of(unit(random.nextDouble())));
    inputs.put(OPACITY, Input.of(unit(random.nextDouble())));
    return inputs;
  }

  /** Of every five inputs about one is missing; of those some were never seen. */
  static Map<String, Input> gaps(Model model, Random random) {
    Map<String, Input> inputs = whole(model, random);
    for (String id : model.inputs()) {
      switch (random.nextInt(10)) {
        case 0 -> inputs.put(id, id.equals(FRAMEWORK) ? inputs.get(id) : neverSeen());
        case 1 -> inputs.put(id, gone(inputs.get(id)));
        default -> {}
      }
    }
    return inputs;
  }

  /** Between the anchors and somewhat past them. */
  static Measured reading(Scale scale, Random random) {
    double share = -0.3 + 1.6 * random.nextDouble();
    return measured(scale.calm() + share * (scale.stressed() - scale.calm()));
  }

  static Measured measured(double value) {
    return Measured.of(value, AS_OF.minus(Duration.ofDays(1)));
  }

  static Measured unit(double value) {
    return measured(value);
  }

  static Input neverSeen() {
    return Input.of(new NoData("never seen"));
  }

  /** A live input after its source went down; one that is missing stays as it is. */
  static Input gone(Input input) {
    return input.reading() instanceof Measured last
        ? Input.held(new NoData("source is down"), last)
        : input;
  }

  static IndexState compose(Model model, Map<String, Input> inputs) {
    return Composite.compose(model, "gulf", AS_OF, inputs);
  }

  /** As {@link #compose(Model, Map)}, a day after an index was published. */
  static IndexState after(double published, Model model, Map<String, Input> inputs) {
    return new Composite(model)
        .compose(
            "gulf",
            AS_OF,
            inputs,
            new Published(published, AS_OF.minus(Duration.ofDays(1))),
            AsymmetricResponse.DEFAULT);
  }
}

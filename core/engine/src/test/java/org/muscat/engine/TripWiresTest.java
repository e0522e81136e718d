package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.TripWire.Reachable;
import org.muscat.engine.TripWire.Unreachable;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

class TripWiresTest {

  private static final Instant AS_OF = Instant.parse("2019-09-20T00:00:00Z");
  private static final Uncertainty UNCERTAINTY =
      new Uncertainty(5, 20, Duration.ofDays(1), Duration.ofDays(10));

  private static final Member VOLATILITY = member("volatility", 2, Scale.logistic(15, 48));
  private static final Member FEAR = member("fear", 1, Scale.logLogistic(1.33, 2.94));
  private static final Member TRANSITS = member("transits", 1, Scale.logistic(0.95, 0.55));
  private static final Member ADVISORY = member("advisory", 1, Scale.linear(0, 10, 4, 90));
  private static final Member TENSION = member("tension", 1, Scale.normal());
  private static final Member DIALOGUE = member("dialogue", 3, Scale.linear(0, 60, -1, 70));

  private static final Model MODEL =
      new Model(
          "test",
          1,
          "hash",
          List.of(
              new Pillar("energy", 0.3, List.of(VOLATILITY, FEAR)),
              new Pillar("maritime", 0.3, List.of(TRANSITS, ADVISORY)),
              new Pillar("diplomacy", 0.4, List.of(TENSION, DIALOGUE))),
          Model.Rules.DEFAULT.withMinimumLive(1));

  @Test
  void shouldHoldTheClosedFormAcrossPillars() {
    Model model =
        new Model(
            "test",
            1,
            "hash",
            List.of(
                new Pillar("energy", 0.3, List.of(VOLATILITY)),
                new Pillar("maritime", 0.7, List.of(TRANSITS))),
            Model.Rules.DEFAULT.withMinimumLive(1));
    IndexState state =
        Composite.compose(
            model, "gulf", AS_OF, Map.of("volatility", live(31.5), "transits", live(0.75)));

    Reachable wire = reachable(TripWires.of(state, 45), "volatility");

    double stability = 50 * Math.pow(45 / 50.0, 1 / 0.3);
    double risk = 100 - stability;
    assertThat(wire.stability()).isCloseTo(50, within(1e-9));
    assertThat(wire.trippingStability()).isCloseTo(stability, within(1e-9));
    assertThat(wire.trippingReading())
        .isCloseTo(31.5 + (48 - 15) / Math.log(81) * Math.log(risk / (100 - risk)), within(1e-9));
    assertThat(wire.readingMove()).isPositive();
    assertThat(wire.stabilityMove()).isNegative();
  }

  @Test
  void shouldTakeTheIndexExactlyToTheThreshold() {
    Random random = new Random(1);
    int reachable = 0;
    for (int i = 0; i < 3_000; i++) {
      Map<String, Input> inputs = randomInputs(random);
      IndexState state = compose(inputs);
      if (state.scored().isEmpty()) {
        continue;
      }
      double index = index(state);
      double threshold = index - 1e-6 - 30 * random.nextDouble();
      for (TripWire wire : TripWires.of(state, Math.max(1, threshold))) {
        if (wire instanceof Reachable at) {
          reachable++;

          assertThat(index(compose(with(inputs, at.member(), at.trippingReading()))))
              .isCloseTo(Math.max(1, threshold), within(1e-7));
          assertThat(at.stabilityMove()).isNotPositive();
        }
      }
    }
    assertThat(reachable).isGreaterThan(2_000);
  }

  @Test
  void shouldNotReachTheThresholdByASmallerMove() {
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      Map<String, Input> inputs = randomInputs(random);
      IndexState state = compose(inputs);
      if (state.scored().isEmpty()) {
        continue;
      }
      double threshold = 0.9 * index(state);
      for (TripWire wire : TripWires.of(state, threshold)) {
        if (wire instanceof Reachable at) {
          double smaller = at.reading() + 0.99 * at.readingMove();

          assertThat(index(compose(with(inputs, at.member(), smaller)))).isGreaterThan(threshold);
        }
      }
    }
  }

  @Test
  void shouldSayWhenNoMoveOfAnIndicatorIsEnough() {
    Random random = new Random(3);
    int unreachable = 0;
    for (int i = 0; i < 1_000; i++) {
      Map<String, Input> inputs = allLive(random);
      IndexState state = compose(inputs);
      double threshold = 0.5 * index(state);
      for (TripWire wire : TripWires.of(state, threshold)) {
        if (wire instanceof Unreachable out) {
          unreachable++;
          IndexState worst = compose(with(inputs, out.member(), worstReading(out.member())));

          assertThat(index(worst)).isGreaterThan(threshold);
          assertThat(out.reason())
              .isEqualTo(
                  String.format(
                      Locale.ROOT,
                      "even at the worst of its scale the index stays at %.2f",
                      index(worst)));
        }
      }
    }
    assertThat(unreachable).isGreaterThan(1_000);
  }

  @Test
  void shouldGiveNoWireToAMissingIndicator() {
    Map<String, Input> inputs = allLive(new Random(4));
    inputs.put("tension", Input.held(new NoData("source is down"), measured(3)));

    TripWire wire = wire(TripWires.of(compose(inputs), 1), "tension");

    assertThat(wire)
        .isEqualTo(new Unreachable("diplomacy", "tension", "it is missing: source is down"));
  }

  @Test
  void shouldGiveNoWireInAPillarOfWhichTooLittleIsKnown() {
    Map<String, Input> inputs = allLive(new Random(5));
    inputs.put("dialogue", Input.of(new NoData("never seen")));

    TripWire wire = wire(TripWires.of(compose(inputs), 1), "tension");

    assertThat(wire)
        .isEqualTo(new Unreachable("diplomacy", "tension", "too little of its pillar is known"));
  }

  @Test
  void shouldGiveNoWireBelowTheThreshold() {
    IndexState state = compose(allLive(new Random(6)));

    List<TripWire> wires = TripWires.of(state, index(state));

    assertThat(wires).hasSize(6).allMatch(wire -> wire instanceof Unreachable);
    assertThat(((Unreachable) wires.get(0)).reason()).contains("is not above");
  }

  @Test
  void shouldCoverEveryIndicatorInTheOrderOfTheModel() {
    List<TripWire> wires = TripWires.of(compose(allLive(new Random(7))), 10);

    assertThat(wires)
        .extracting(TripWire::member)
        .containsExactly("dialogue", "tension", "fear", "volatility", "advisory", "transits");
  }

  @Test
  void shouldRefuseAStateWithoutAScore() {
    Map<String, Input> inputs = new HashMap<>();
    allLive(new Random(8)).keySet().forEach(id -> inputs.put(id, Input.of(new NoData("none"))));

    assertThatThrownBy(() -> TripWires.of(compose(inputs), 40))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("theatre 'gulf' has no score as of 2019-09-20T00:00:00Z");
  }

  private static Member member(String id, double weight, Scale scale) {
    return new Member(id, weight, scale, UNCERTAINTY);
  }

  private static Map<String, Input> allLive(Random random) {
    Map<String, Input> inputs = new HashMap<>();
    for (Pillar pillar : MODEL.pillars()) {
      pillar.members().forEach(member -> inputs.put(member.id(), live(reading(member, random))));
    }
    return inputs;
  }

  /** Some are missing; of those some have a last value. */
  private static Map<String, Input> randomInputs(Random random) {
    Map<String, Input> inputs = allLive(random);
    for (Pillar pillar : MODEL.pillars()) {
      for (Member member : pillar.members()) {
        switch (random.nextInt(10)) {
          case 0 -> inputs.put(member.id(), Input.of(new NoData("never seen")));
          case 1 ->
              inputs.put(
                  member.id(),
                  Input.held(new NoData("source is down"), measured(reading(member, random))));
          default -> {}
        }
      }
    }
    return inputs;
  }

  private static double reading(Member member, Random random) {
    double share = -0.2 + 1.2 * random.nextDouble();
    return member.scale().calm() + share * (member.scale().stressed() - member.scale().calm());
  }

  private static double worstReading(String member) {
    return switch (member) {
      case "transits", "dialogue" -> -1e3;
      default -> 1e3;
    };
  }

  private static Map<String, Input> with(Map<String, Input> inputs, String member, double reading) {
    Map<String, Input> changed = new HashMap<>(inputs);
    changed.put(member, live(reading));
    return changed;
  }

  private static Input live(double reading) {
    return Input.of(measured(reading));
  }

  private static Measured measured(double reading) {
    return Measured.of(reading, AS_OF.minus(Duration.ofDays(1)));
  }

  private static IndexState compose(Map<String, Input> inputs) {
    return Composite.compose(MODEL, "gulf", AS_OF, inputs);
  }

  private static double index(IndexState state) {
    return state.scored().orElseThrow().stability();
  }

  private static TripWire wire(List<TripWire> wires, String member) {
    return wires.stream().filter(wire -> wire.member().equals(member)).findFirst().orElseThrow();
  }

  private static Reachable reachable(List<TripWire> wires, String member) {
    return (Reachable) wire(wires, member);
  }
}

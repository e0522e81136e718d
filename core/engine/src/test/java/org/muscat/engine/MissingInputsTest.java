package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.Models.AS_OF;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Pillar;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/** What is missing is held, widens, and is never calm; too little is no score. */
class MissingInputsTest {

  private static final Model MODEL = Models.threePillars();
  private static final Input NEVER_SEEN = Input.of(new NoData("never seen"));

  @Test
  void shouldNeverBeCalmerBecauseSomethingWentMissing() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Input> inputs = Models.randomInputs(MODEL, random);
      IndexState before = compose(inputs);
      Map<String, Input> after = new HashMap<>(inputs);
      for (String member : inputs.keySet()) {
        if (random.nextInt(4) == 0) {
          Measured last = (Measured) inputs.get(member).reading();
          after.put(member, Input.held(new NoData("source is down"), last));
        }
      }

      IndexState state = compose(after);

      assertThat(state.coverage()).isLessThanOrEqualTo(before.coverage());
      state
          .scored()
          .ifPresent(
              score ->
                  assertThat(score.stability())
                      .isLessThanOrEqualTo(score(before).stability() + 1e-9));
    }
  }

  @Test
  void shouldAlwaysBeLessSureWhenSomethingWentMissing() {
    Random random = new Random(12);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Input> inputs = Models.randomInputs(MODEL, random);
      Score before = score(compose(inputs));
      String gone = List.copyOf(inputs.keySet()).get(random.nextInt(inputs.size()));
      Measured last = (Measured) inputs.get(gone).reading();
      inputs.put(gone, Input.held(new NoData("source is down"), last));

      assertThat(score(compose(inputs)).sigma()).isGreaterThan(before.sigma());
    }
  }

  @Test
  void shouldHoldTheLastValueWhenTheRestIsCalmer() {
    Map<String, Input> inputs = inputs(Map.of());
    inputs.put("d1", Input.held(new NoData("source is down"), measured(95)));
    inputs.put("e1", NEVER_SEEN);

    IndexState state = compose(inputs);

    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.reason()).isEqualTo("held at their last value: d1; missing: e1");
    assertThat(score(state).stability()).isLessThan(50);
    MemberState held = pillar(state, "diplomacy").members().get(0);
    assertThat(held.held()).isTrue();
    assertThat(held.quality()).isEqualTo(Quality.MISSING);
    assertThat(held.risk()).isEqualTo(95);
  }

  @Test
  void shouldNotHoldACalmLastValue() {
    Map<String, Input> inputs = inputs(Map.of());
    inputs.put("d1", Input.held(new NoData("source is down"), measured(5)));

    IndexState state = compose(inputs);

    assertThat(state.status()).isEqualTo(Status.SCORED);
    assertThat(score(state).stability()).isCloseTo(50, within(1e-9));
  }

  @Test
  void shouldWidenWhenAnInputWasNeverSeen() {
    IndexState whole = compose(inputs(Map.of()));
    Map<String, Input> inputs = inputs(Map.of());
    inputs.put("d1", NEVER_SEEN);

    IndexState state = compose(inputs);

    assertThat(score(state).stability()).isCloseTo(score(whole).stability(), within(1e-9));
    assertThat(score(state).sigma()).isGreaterThan(score(whole).sigma());
  }

  @Test
  void shouldNotBelieveAReadingOfTheFuture() {
    Map<String, Input> inputs = inputs(Map.of());
    inputs.put("e1", Input.of(Measured.of(50, AS_OF.plus(Duration.ofDays(400)))));

    MemberState claimed = pillar(compose(inputs), "energy").members().get(0);

    assertThat(claimed.quality()).isEqualTo(Quality.MISSING);
    assertThat(claimed.reason()).contains("in the future");
  }

  @Test
  void shouldTakeAReadingPastItsMaximumAgeAsMissing() {
    Map<String, Input> inputs = inputs(Map.of());
    inputs.put("e1", Input.of(Measured.of(50, AS_OF.minus(Duration.ofDays(11)))));
    inputs.put("e2", Input.of(Measured.of(50, AS_OF.minus(Duration.ofDays(6)))));

    List<MemberState> energy = pillar(compose(inputs), "energy").members();

    assertThat(energy.get(0).quality()).isEqualTo(Quality.MISSING);
    assertThat(energy.get(0).reason()).contains("2019-09-09").contains("PT240H");
    assertThat(energy.get(1).quality()).isEqualTo(Quality.STALE);
    assertThat(energy.get(2).quality()).isEqualTo(Quality.OK);
  }

  @Test
  void shouldRefuseBelowTheCoverageFloor() {
    Map<String, Input> inputs = inputs(Map.of());
    for (String member : List.of("e1", "e2", "e3", "m1", "m2")) {
      inputs.put(member, NEVER_SEEN);
    }

    IndexState state = compose(inputs);

    assertThat(state.status()).isEqualTo(Status.REFUSED);
    assertThat(state.scored()).isEmpty();
    assertThat(state.coverage()).isCloseTo(0.4, within(1e-12));
    assertThat(state.reason()).contains("0.40").contains("energy, maritime");
    assertThat(pillar(state, "energy").stability()).isNull();
    assertThat(pillar(state, "diplomacy").contribution()).isNull();
  }

  @Test
  void shouldDropAPillarWithOneLiveMember() {
    Map<String, Input> inputs = inputs(Map.of("m1", 30.0));
    inputs.put("m2", NEVER_SEEN);

    IndexState state = compose(inputs);

    assertThat(pillar(state, "maritime").stability()).isNull();
    assertThat(pillar(state, "maritime").reason()).contains("1 indicators");
    assertThat(state.coverage()).isCloseTo(0.7, within(1e-12));
    assertThat(score(state).stability()).isCloseTo(50, within(1e-9));
  }

  private static Map<String, Input> inputs(Map<String, Double> risks) {
    Map<String, Input> inputs = new HashMap<>();
    for (Pillar pillar : MODEL.pillars()) {
      for (Model.Member member : pillar.members()) {
        inputs.put(member.id(), Models.risk(risks.getOrDefault(member.id(), 50.0)));
      }
    }
    return inputs;
  }

  private static Measured measured(double risk) {
    return Measured.of(risk, AS_OF.minus(Duration.ofDays(3)));
  }

  private static IndexState compose(Map<String, Input> inputs) {
    return Composite.compose(MODEL, "gulf", AS_OF, inputs);
  }

  private static Score score(IndexState state) {
    return state.scored().orElseThrow();
  }

  private static PillarState pillar(IndexState state, String id) {
    return state.pillars().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }
}

package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.Models.AS_OF;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Pillar;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

class CompositeTest {

  private static final Model MODEL = Models.threePillars();
  private static final Input NEVER_SEEN = Input.of(new NoData("never seen"));

  @Test
  void shouldTakeTheWeightedGeometricMeanOfPillarMeans() {
    Map<String, Input> inputs = inputs(Map.of("e1", 20.0, "e2", 40.0, "e3", 60.0, "m1", 10.0));

    IndexState state = compose(inputs);

    double energy = (80 + 60 + 40) / 3.0;
    double maritime = (90 + 50) / 2.0;
    double expected =
        Math.exp(0.3 * Math.log(energy) + 0.3 * Math.log(maritime) + 0.4 * Math.log(50));
    assertThat(score(state).stability()).isCloseTo(expected, within(1e-12));
    assertThat(pillar(state, "energy").stability()).isCloseTo(energy, within(1e-12));
    assertThat(state.coverage()).isEqualTo(1);
    assertThat(state.status()).isEqualTo(Status.SCORED);
  }

  @Test
  void shouldExplainTheWholeDistanceToAHundred() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      IndexState state = compose(Models.randomInputs(MODEL, random));

      double ofPillars = 0;
      double ofMembers = 0;
      for (PillarState pillar : state.pillars()) {
        ofPillars += value(pillar.contribution());
        for (MemberState member : pillar.members()) {
          ofMembers += value(member.contribution());
        }
      }
      double distance = 100 - score(state).stability();
      assertThat(ofPillars).isCloseTo(distance, within(1e-12 * 100));
      assertThat(ofMembers).isCloseTo(distance, within(1e-12 * 100));
    }
  }

  @Test
  void shouldStayBoundedWithTheScoreInsideItsInterval() {
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      Score score = score(compose(Models.randomInputs(MODEL, random)));

      assertThat(score.stability()).isBetween(1.0, 100.0);
      assertThat(score.lower()).isBetween(0.0, score.stability());
      assertThat(score.upper()).isBetween(score.stability(), 100.0);
    }
  }

  @Test
  void shouldFallWhenAnyRiskRises() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      Map<String, Input> inputs = Models.randomInputs(MODEL, random);
      double before = score(compose(inputs)).stability();
      for (String member : List.copyOf(inputs.keySet())) {
        double risk = ((Measured) inputs.get(member).reading()).value();
        Map<String, Input> worse = new HashMap<>(inputs);
        worse.put(member, Models.risk(risk + (100 - risk) / 2));

        assertThat(score(compose(worse)).stability()).isLessThan(before);
      }
    }
  }

  @Test
  void shouldGiveTheSameBitsForAnyOrderOfPillarsMembersAndInputs() {
    Random random = new Random(6);
    Map<String, Input> inputs = Models.randomInputs(MODEL, random);
    IndexState expected = compose(inputs);
    for (int i = 0; i < 50; i++) {
      List<Pillar> pillars = new ArrayList<>();
      for (Pillar pillar : MODEL.pillars()) {
        List<Model.Member> members = new ArrayList<>(pillar.members());
        Collections.shuffle(members, random);
        pillars.add(new Pillar(pillar.id(), pillar.weight(), members));
      }
      Collections.shuffle(pillars, random);
      List<String> order = new ArrayList<>(inputs.keySet());
      Collections.shuffle(order, random);
      Map<String, Input> shuffled = new LinkedHashMap<>();
      order.forEach(member -> shuffled.put(member, inputs.get(member)));
      Model model = new Model("test", 1, "hash", pillars, 0.5, 2);

      assertThat(Composite.compose(model, "gulf", AS_OF, shuffled)).isEqualTo(expected);
    }
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
  void shouldMatchDirichletDrawsOfTheWeights() {
    double[] stability = {20, 55, 90};
    double[] weight = {0.3, 0.3, 0.4};
    Composition composition =
        new Composition(
            List.of(
                mean("energy", weight[0], 100 - stability[0]),
                mean("maritime", weight[1], 100 - stability[1]),
                mean("diplomacy", weight[2], 100 - stability[2])));

    double simulated = varianceOverDirichletDraws(stability, weight, new Random(8));

    // The closed form is the delta method: it has the variance of ln S exactly, times S squared.
    double s = composition.stability();
    assertThat(composition.weightVariance() / (s * s))
        .isCloseTo(simulated, within(0.01 * simulated));
  }

  @Test
  void shouldSayWhichInputIsNotThere() {
    Map<String, Input> inputs = inputs(Map.of());
    inputs.remove("m2");

    assertThatThrownBy(() -> compose(inputs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no input for indicator 'm2'");
  }

  /** Variance of ln S over weights from Dirichlet(50 w), 200,000 draws. */
  private static double varianceOverDirichletDraws(
      double[] stability, double[] weight, RandomGenerator random) {
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double total = 0;
      double logarithm = 0;
      for (int k = 0; k < weight.length; k++) {
        double gamma = gamma((int) Math.round(50 * weight[k]), random);
        total += gamma;
        logarithm += gamma * Math.log(stability[k]);
      }
      sum += logarithm / total;
      squares += logarithm / total * (logarithm / total);
    }
    double mean = sum / draws;
    return squares / draws - mean * mean;
  }

  /** Gamma with a whole shape: a sum of exponentials. */
  private static double gamma(int shape, RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum;
  }

  private static PillarMean mean(String id, double weight, double risk) {
    Pillar pillar = Models.pillar(id, weight, id + "-only");
    return new JudgedPillar(
            pillar, List.of(Judged.of(pillar.members().get(0), Models.risk(risk), AS_OF)))
        .mean(Judged::isLive);
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

  private static double value(@Nullable Double contribution) {
    assertThat(contribution).isNotNull();
    return contribution;
  }
}

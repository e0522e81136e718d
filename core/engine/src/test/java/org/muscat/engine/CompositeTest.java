package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.Models.AS_OF;

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

class CompositeTest {

  private static final Model MODEL = Models.threePillars();

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
      Model model = new Model("test", 1, "hash", pillars, Model.Rules.DEFAULT);

      assertThat(Composite.compose(model, "gulf", AS_OF, shuffled)).isEqualTo(expected);
    }
  }

  @Test
  void shouldMatchDirichletDrawsOfTheWeights() {
    double[] stability = {20, 55, 90};
    double[] weight = {0.3, 0.3, 0.4};
    Composition composition = geometric(stability, weight);

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

  /** Three pillars of one member each. */
  private static Composition geometric(double[] stability, double[] weight) {
    List<Pillar> pillars = new ArrayList<>();
    double[] risk = new double[stability.length];
    boolean[] counts = new boolean[stability.length];
    for (int i = 0; i < stability.length; i++) {
      pillars.add(Models.pillar("p" + i, weight[i], "m" + i));
      risk[i] = 100 - stability[i];
      counts[i] = true;
    }
    Model model = new Model("test", 1, "hash", pillars, Model.Rules.DEFAULT.withMinimumLive(1));
    return new Composition(new Layout(model), risk, counts);
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

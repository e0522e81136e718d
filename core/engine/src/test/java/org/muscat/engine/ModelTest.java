package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.Model.Opacity;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;
import org.muscat.engine.Model.Structure;
import org.muscat.engine.response.StructuralFactor;

class ModelTest {

  @Test
  void shouldNameItsInputsInTheirOrder() {
    Model model = Worlds.with(Models.threePillars(), Worlds.rules(0));

    assertThat(model.inputs())
        .containsExactly(
            "d1", "d2", "d3", "e1", "e2", "e3", "m1", "m2", Worlds.FRAMEWORK, Worlds.OPACITY);
  }

  @Test
  void shouldScoreWithOtherWeightsAsAModelThatHasThem() {
    Random random = new Random(601);
    for (int i = 0; i < 200; i++) {
      Model model = Worlds.model(random, 0);
      Map<String, Double> weights =
          Map.of("p0", random.nextDouble() + 0.1, "p1m0", random.nextDouble() + 0.1);
      List<Pillar> file = new ArrayList<>();
      for (Pillar pillar : model.pillars()) {
        file.add(
            new Pillar(
                pillar.id(),
                weights.getOrDefault(pillar.id(), pillar.weight()),
                pillar.members().stream()
                    .map(
                        m ->
                            new Model.Member(
                                m.id(),
                                weights.getOrDefault(m.id(), m.weight()),
                                m.scale(),
                                m.uncertainty()))
                    .toList()));
      }
      Map<String, Input> inputs = Worlds.gaps(model, random);

      Model other = model.withWeights(weights);

      Model written = new Model(model.id(), model.version(), model.hash(), file, model.rules());
      assertThat(other).isEqualTo(written);
      assertThat(Worlds.compose(other, inputs)).isEqualTo(Worlds.compose(written, inputs));
    }
  }

  @Test
  void shouldSayWhichWeightBelongsToNothing() {
    assertThatThrownBy(() -> Models.threePillars().withWeights(Map.of("e9", 1.0, "a", 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model 'test' has no pillar or indicator [a, e9] to weigh");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseAWeightThatIsNotPositive(double weight) {
    assertThatThrownBy(() -> Models.threePillars().withWeights(Map.of("energy", weight)))
        .hasMessage("weight of pillar 'energy' is not positive: " + weight);
    assertThatThrownBy(() -> Models.threePillars().withWeights(Map.of("e1", weight)))
        .hasMessage("weight of indicator 'e1' is not positive: " + weight);
  }

  @Test
  void shouldRefuseNamesThatStandTwice() {
    Pillar energy = Models.pillar("energy", 1, "e1", "e2");

    assertThatThrownBy(() -> model(Rules.DEFAULT, energy, energy))
        .hasMessage("pillar energy stands twice in the model");
    assertThatThrownBy(() -> model(Rules.DEFAULT, energy, Models.pillar("other", 1, "e2")))
        .hasMessage("indicator e2 stands twice in the model");
    Structure structure = new Structure("e1", StructuralFactor.DEFAULT, Worlds.CODED);
    assertThatThrownBy(() -> model(Rules.DEFAULT.withStructure(structure), energy))
        .hasMessage("input e1 stands twice in the model");
    Opacity opacity = new Opacity("e2", 12, Worlds.CODED);
    assertThatThrownBy(() -> model(Rules.DEFAULT.withOpacities(List.of(opacity)), energy))
        .hasMessage("input e2 stands twice in the model");
  }

  @Test
  void shouldRefuseAModelOrAPillarOfNothing() {
    assertThatThrownBy(() -> model(Rules.DEFAULT)).hasMessage("model 'test' has no pillars");
    assertThatThrownBy(() -> Models.pillar("energy", 1))
        .hasMessage("pillar 'energy' has no indicators");
  }

  @ParameterizedTest
  @ValueSource(doubles = {50.5, -50.5, Double.NaN, Double.NEGATIVE_INFINITY})
  void shouldRefuseAPowerThatOverflows(double power) {
    assertThatThrownBy(() -> Rules.DEFAULT.withPower(power))
        .hasMessage("power " + power + " of the mean is not in [-50.0,50.0]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, -50})
  void shouldScoreWithTheLargestPowers(double power) {
    Random random = new Random(602);
    for (int i = 0; i < 100; i++) {
      Model model = Worlds.model(random, power);
      IndexState state = Worlds.compose(model, Worlds.whole(model, random));

      assertThat(state.scored().orElseThrow().dynamic()).isBetween(1.0, 100.0);
      assertThat(state.scored().orElseThrow().sigma()).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shouldRefuseAFloorThatIsNoShare(double floor) {
    assertThatThrownBy(() -> Rules.DEFAULT.withCoverageFloor(floor))
        .hasMessage("coverage floor " + floor + " is not in [0,1]");
  }

  @Test
  void shouldTakeEveryFloorThatIsAShare() {
    assertThat(Rules.DEFAULT.withCoverageFloor(0).coverageFloor()).isZero();
    assertThat(Rules.DEFAULT.withCoverageFloor(1).coverageFloor()).isOne();
  }

  @Test
  void shouldRefuseAPillarThatNeedsNoMember() {
    assertThatThrownBy(() -> Rules.DEFAULT.withMinimumLive(0))
        .hasMessage("minimum of live members 0 is below 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 100.5, Double.NaN})
  void shouldRefuseAnOpacityOutsideTheScale(double points) {
    assertThatThrownBy(() -> new Opacity("opacity", points, Worlds.CODED))
        .hasMessage("opacity of " + points + " points is not in [0,100]");
  }

  @Test
  void shouldRefuseMorePillarsThanCanBeAttributed() {
    Pillar[] pillars = new Pillar[13];
    for (int p = 0; p < pillars.length; p++) {
      pillars[p] = Models.pillar("p" + p, 1, "m" + p);
    }

    assertThatThrownBy(() -> model(Rules.DEFAULT.withPower(-1), pillars))
        .hasMessage(
            "model 'test' has 13 pillars; with the power -1.0 of the mean it can have 12,"
                + " or take the power 0 or 1");
    assertThat(model(Rules.DEFAULT, pillars).pillars()).hasSize(13);
    assertThat(model(Rules.DEFAULT.withPower(1), pillars).pillars()).hasSize(13);
  }

  @Test
  void shouldTakeAsManyPillarsAsCanBeAttributed() {
    Pillar[] pillars = new Pillar[12];
    for (int p = 0; p < pillars.length; p++) {
      pillars[p] = Models.pillar("p" + p, 1, "m" + p);
    }

    assertThat(model(Rules.DEFAULT.withPower(-1), pillars).pillars()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100})
  void shouldTakeAnOpacityAtTheEndsOfTheScale(double points) {
    assertThat(new Opacity("opacity", points, Worlds.CODED).points()).isEqualTo(points);
  }

  @Test
  void shouldRefuseAWeightThatCouldBeAPillarsOrAnIndicators() {
    Model model =
        new Model(
            "test", 1, "hash", List.of(Models.pillar("tension", 1, "tension", "x")), Rules.DEFAULT);

    assertThatThrownBy(() -> model.withWeights(Map.of("tension", 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'tension' is a pillar and an indicator of model 'test'; its weight could be either's");
    assertThat(model.withWeights(Map.of("x", 2.0)).pillars().get(0).members().get(1).weight())
        .isEqualTo(2);
  }

  private static Model model(Rules rules, Pillar... pillars) {
    return new Model("test", 1, "hash", List.of(pillars), rules);
  }
}

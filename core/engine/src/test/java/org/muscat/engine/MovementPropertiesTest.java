package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.Movement.Counterfactual;
import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.spi.Reading;
import org.muscat.spi.Scale;

/** The parts of a move sum to it, whatever moved, and each bears the name of what moved. */
class MovementPropertiesTest {

  private static final int ROUNDS = 400;

  /** 1e-12 of the scale. */
  private static final double EXACT = 1e-12 * 100;

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, -1})
  void shouldSplitAnyMoveOfOneModelExactly(double power) {
    Random random = new Random(401);
    int pairs = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Composite composite = new Composite(model);
      IndexState before = published(composite, Worlds.gaps(model, random), random);
      IndexState after = published(composite, Worlds.gaps(model, random), random);
      pairs += assertExact(before, after);
    }
    assertThat(pairs).isGreaterThan(ROUNDS / 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, -1})
  void shouldSplitAMoveAcrossAnyChangeOfTheModelExactly(double power) {
    Random random = new Random(402);
    int pairs = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Model old = Worlds.model(random, power);
      Model young = changed(old, random);
      IndexState before = published(new Composite(old), Worlds.gaps(old, random), random);
      IndexState after = published(new Composite(young), Worlds.gaps(young, random), random);
      pairs += assertExact(before, after);
    }
    assertThat(pairs).isGreaterThan(ROUNDS / 3);
  }

  @Test
  void shouldSplitAMoveBetweenModelsWithNothingInCommonExactly() {
    Random random = new Random(403);
    Model old = Models.threePillars();
    Model young = Worlds.model(random, 0);
    IndexState before = Worlds.compose(old, Models.randomInputs(old, random));
    IndexState after = Worlds.compose(young, Worlds.whole(young, random));

    assertThat(assertExact(before, after)).isOne();
    assertThat(causes(before, after))
        .isSubsetOf(Cause.METHOD, Cause.STRUCTURE, Cause.RESPONSE)
        .contains(Cause.METHOD);
  }

  @Test
  void shouldCallNewReadingsData() {
    Random random = new Random(404);
    Model model = Worlds.model(random, 0);
    Composite composite = new Composite(model);
    Map<String, Input> inputs = Worlds.whole(model, random);
    Map<String, Input> later = Worlds.whole(model, random);
    later.put(Worlds.FRAMEWORK, inputs.get(Worlds.FRAMEWORK));

    assertThat(causes(unfollowed(composite, inputs), unfollowed(composite, later)))
        .containsOnly(Cause.DATA);
  }

  @Test
  void shouldCallAnotherFrameworkStructure() {
    Map<String, Input> inputs = Worlds.whole(structured(), new Random(405));
    IndexState before = Worlds.compose(structured(), inputs);
    inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(0.99)));
    IndexState after = Worlds.compose(structured(), inputs);

    Movement movement = Movement.between(before, after);

    assertThat(movement.parts()).extracting(Movement.Part::cause).containsOnly(Cause.STRUCTURE);
    assertThat(movement.of(Cause.STRUCTURE)).isCloseTo(movement.change(), within(EXACT));
    assertThat(movement.change()).isPositive();
  }

  @Test
  void shouldCallTheLagResponse() {
    Model model = structured();
    Map<String, Input> inputs = Worlds.whole(model, new Random(406));

    Movement movement =
        Movement.between(Worlds.after(90, model, inputs), Worlds.after(95, model, inputs));

    assertThat(movement.parts()).extracting(Movement.Part::cause).containsOnly(Cause.RESPONSE);
    assertThat(movement.change()).isCloseTo(0.2 * 5, within(1e-9));
  }

  @Test
  void shouldCallOtherWeightsWeights() {
    Model old = structured();
    Model young = old.withWeights(Map.of("energy", 0.9, "e1", 7.0));

    assertThat(causesOfModel(old, young)).containsOnly(Cause.WEIGHTS);
  }

  @Test
  void shouldCallOtherScalesMethod() {
    Model old = structured();
    Model young = Worlds.with(old, pillars(old, m -> scaled(m)));

    assertThat(causesOfModel(old, young)).containsOnly(Cause.METHOD);
  }

  @Test
  void shouldCallAnotherPowerMethod() {
    Model old = structured();

    assertThat(causesOfModel(old, Worlds.with(old, Worlds.rules(1)))).containsOnly(Cause.METHOD);
  }

  @Test
  void shouldCallAMemberThatLeavesOrJoinsMembership() {
    Model old = structured();
    Model young = Worlds.with(old, withoutE3(old));

    assertThat(causesOfModel(old, young)).containsOnly(Cause.MEMBERSHIP);
    assertThat(causesOfModel(young, old)).containsOnly(Cause.MEMBERSHIP);
  }

  @Test
  void shouldSplitAChangeOfMembersWeightsAndScalesInThatOrder() {
    Model old = Models.threePillars();
    Model fewer = Worlds.with(old, withoutE3(old));
    Model weighed = fewer.withWeights(Map.of("energy", 0.9, "m1", 5.0));
    Model scaled = Worlds.with(weighed, pillars(weighed, MovementPropertiesTest::scaled));
    Map<String, Input> inputs = Models.randomInputs(old, new Random(411));

    Movement movement =
        Movement.between(Worlds.compose(old, inputs), Worlds.compose(scaled, inputs));

    double perLog = movement.change() / (log(scaled, inputs) - log(old, inputs));
    assertThat(movement.of(Cause.MEMBERSHIP))
        .isCloseTo(perLog * (log(fewer, inputs) - log(old, inputs)), within(1e-9));
    assertThat(movement.of(Cause.WEIGHTS))
        .isCloseTo(perLog * (log(weighed, inputs) - log(fewer, inputs)), within(1e-9));
    assertThat(movement.of(Cause.METHOD))
        .isCloseTo(perLog * (log(scaled, inputs) - log(weighed, inputs)), within(1e-9));
  }

  @Test
  void shouldFindNothingBetweenTwoReadingsOfOneFile() {
    Model model = structured();
    Model again = Worlds.with(model, model.pillars());

    assertThat(causesOfModel(model, again)).isEmpty();
  }

  @Test
  void shouldTellNewsFromRevisionsAndFromTime() {
    Model model = Models.threePillars();
    Composite composite = new Composite(model);
    Map<String, Input> inputs = Models.randomInputs(model, new Random(407));
    inputs.put("e1", Models.risk(10));
    IndexState before = unfollowed(composite, inputs);
    inputs.put("e1", Models.risk(60));
    IndexState after = unfollowed(composite, inputs);
    Counterfactual counterfactual = new Counterfactual(reading(30), reading(20));

    Movement movement = Movement.between(before, after, Map.of("e1", counterfactual));

    double perRisk = movement.change() / 50;
    assertThat(movement.of(Cause.REVISION)).isCloseTo(20 * perRisk, within(1e-9));
    assertThat(movement.of(Cause.TIME)).isCloseTo(-10 * perRisk, within(1e-9));
    assertThat(movement.of(Cause.DATA)).isCloseTo(40 * perRisk, within(1e-9));
    assertThat(movement.parts()).extracting(Movement.Part::member).containsOnly("e1");
    assertThat(movement.largestFirst())
        .extracting(Movement.Part::cause)
        .containsExactly(Cause.DATA, Cause.REVISION, Cause.TIME);
  }

  private static int assertExact(IndexState before, IndexState after) {
    if (before.scored().isEmpty() || after.scored().isEmpty()) {
      return 0;
    }
    Movement movement = Movement.between(before, after);
    double sum = movement.parts().stream().mapToDouble(Movement.Part::points).sum();
    assertThat(sum).isCloseTo(movement.change(), within(EXACT));
    assertThat(movement.change())
        .isEqualTo(
            after.scored().orElseThrow().stability() - before.scored().orElseThrow().stability());
    return 1;
  }

  private static List<Cause> causes(IndexState before, IndexState after) {
    return Movement.between(before, after).parts().stream().map(Movement.Part::cause).toList();
  }

  /** The same inputs under another model. */
  private static List<Cause> causesOfModel(Model old, Model young) {
    Map<String, Input> inputs = Worlds.whole(structured(), new Random(410));
    return causes(Worlds.compose(old, inputs), Worlds.compose(young, inputs));
  }

  private static Model structured() {
    return Worlds.with(Models.threePillars(), Worlds.rules(0));
  }

  private static IndexState unfollowed(Composite composite, Map<String, Input> inputs) {
    return composite.compose("gulf", Worlds.AS_OF, inputs, null, AsymmetricResponse.DEFAULT);
  }

  private static IndexState published(
      Composite composite, Map<String, Input> inputs, Random random) {
    Published before =
        new Published(100 * random.nextDouble(), Worlds.AS_OF.minus(Duration.ofDays(1)));
    return composite.compose("gulf", Worlds.AS_OF, inputs, before, AsymmetricResponse.DEFAULT);
  }

  /** Other weights, scales, members, floors and powers, each now and then. */
  private static Model changed(Model model, Random random) {
    List<Pillar> pillars = new ArrayList<>();
    for (Pillar pillar : model.pillars()) {
      List<Member> members = new ArrayList<>(pillar.members());
      members.replaceAll(m -> random.nextInt(3) == 0 ? Worlds.member(m.id(), random) : m);
      if (random.nextInt(3) == 0) {
        members.set(0, Worlds.member(pillar.id() + "new", random));
      }
      double weight = random.nextBoolean() ? pillar.weight() : 0.1 + random.nextDouble();
      pillars.add(new Pillar(pillar.id(), weight, members));
    }
    Model other = Worlds.with(model, pillars);
    return random.nextInt(3) == 0 ? Worlds.with(other, Worlds.rules(random.nextInt(3))) : other;
  }

  private static List<Pillar> withoutE3(Model model) {
    List<Pillar> fewer = new ArrayList<>(model.pillars());
    Pillar energy = fewer.get(1);
    fewer.set(1, new Pillar("energy", energy.weight(), energy.members().subList(0, 2)));
    return fewer;
  }

  private static double log(Model model, Map<String, Input> inputs) {
    return Math.log(Worlds.compose(model, inputs).scored().orElseThrow().dynamic());
  }

  private static List<Pillar> pillars(Model model, UnaryOperator<Member> change) {
    return model.pillars().stream()
        .map(p -> new Pillar(p.id(), p.weight(), p.members().stream().map(change).toList()))
        .toList();
  }

  private static Member scaled(Member member) {
    return new Member(
        member.id(), member.weight(), Scale.linear(-1, 20, 2, 80), member.uncertainty());
  }

  private static Reading reading(double risk) {
    return Worlds.measured(risk);
  }
}

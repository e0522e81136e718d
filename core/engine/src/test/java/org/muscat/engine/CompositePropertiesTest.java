package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.spi.Measured;
import org.muscat.spi.Scale;

/** What holds for any model, any readings and any power of the mean. */
class CompositePropertiesTest {

  private static final int ROUNDS = 300;

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldStayBoundedWithTheIndexInsideItsInterval(double power) {
    Random random = new Random(101);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.gaps(model, random);

      IndexState state = Worlds.after(100 * random.nextDouble(), model, inputs);

      state.scored().ifPresent(CompositePropertiesTest::assertBounded);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5, -3, 7})
  void shouldStayBoundedAtBothEndsOfEveryScale(double power) {
    Random random = new Random(102);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      for (double end : new double[] {-1e6, 1e6}) {
        Map<String, Input> inputs = Worlds.whole(model, random);
        for (Pillar pillar : model.pillars()) {
          for (Member member : pillar.members()) {
            double worse = Math.signum(member.scale().stressed() - member.scale().calm());
            inputs.put(member.id(), Input.of(Worlds.measured(end * worse)));
          }
        }

        assertBounded(Worlds.compose(model, inputs).scored().orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldFallWhenAnyInputMovesInTheDirectionThatItsScaleDeclaresWorse(double power) {
    Random random = new Random(103);
    for (int i = 0; i < ROUNDS / 3; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.whole(model, random);
      Score before = Worlds.compose(model, inputs).scored().orElseThrow();
      for (Pillar pillar : model.pillars()) {
        for (Member member : pillar.members()) {
          Map<String, Input> worse = new HashMap<>(inputs);
          boolean isWorse = worsen(worse, member, random);

          Score after = Worlds.compose(model, worse).scored().orElseThrow();

          assertThat(after.stability()).isLessThanOrEqualTo(before.stability());
          if (isWorse) {
            assertThat(after.stability()).isLessThan(before.stability());
          }
        }
      }
    }
  }

  @Test
  void shouldNotFallWhenTheFrameworkGetsBetter() {
    Random random = new Random(104);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, 0);
      Map<String, Input> inputs = Worlds.whole(model, random);
      double little = random.nextDouble();
      inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(little)));
      Score before = Worlds.compose(model, inputs).scored().orElseThrow();
      inputs.put(Worlds.FRAMEWORK, Input.of(Worlds.unit(little + (1 - little) / 2)));

      Score after = Worlds.compose(model, inputs).scored().orElseThrow();

      assertThat(after.stability()).isGreaterThan(before.stability());
      assertThat(after.dynamic()).isEqualTo(before.dynamic());
    }
  }

  @Test
  void shouldRiseWithThePowerOfTheMean() {
    double[] powers = {-7, -2, -1, -0.5, 0, 0.5, 1, 2, 5};
    Random random = new Random(105);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, 0);
      Map<String, Input> inputs = Worlds.whole(model, random);
      double last = 0;
      for (double power : powers) {
        Model other = Worlds.with(model, model.rules().withPower(power));

        double dynamic = Worlds.compose(other, inputs).scored().orElseThrow().dynamic();

        assertThat(dynamic).isGreaterThanOrEqualTo(last - 1e-12 * 100);
        last = dynamic;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldGiveTheSameBitsForAnyOrderOfPillarsMembersAndInputs(double power) {
    Random random = new Random(106);
    for (int i = 0; i < ROUNDS / 3; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.gaps(model, random);
      IndexState expected = Worlds.after(40, model, inputs);

      IndexState state = Worlds.after(40, shuffled(model, random), shuffled(inputs, random));

      assertThat(state).isEqualTo(expected);
      assertThat(state.structureContribution()).isEqualTo(expected.structureContribution());
      assertThat(state.coverage()).isEqualTo(expected.coverage());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldExplainTheWholeDistanceToAHundred(double power) {
    Random random = new Random(107);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      IndexState state = Worlds.after(100 * random.nextDouble(), model, Worlds.gaps(model, random));
      if (state.scored().isEmpty()) {
        continue;
      }
      double ofPillars = 0;
      for (PillarState pillar : state.pillars()) {
        double ofMembers = 0;
        for (MemberState member : pillar.members()) {
          ofMembers += orZero(member.contribution());
        }
        assertThat(ofMembers).isCloseTo(orZero(pillar.contribution()), within(1e-10));
        ofPillars += orZero(pillar.contribution());
      }

      double all =
          ofPillars + orZero(state.structureContribution()) + orZero(state.responseContribution());
      assertThat(all)
          .isCloseTo(100 - state.scored().orElseThrow().stability(), within(1e-12 * 100));
    }
  }

  @Test
  void shouldGiveNoContributionOfAPillarThatIsMissing() {
    Model model = Models.threePillars();
    Map<String, Input> inputs = Models.randomInputs(model, new Random(108));
    inputs.put("m1", Worlds.neverSeen());

    PillarState maritime = Worlds.compose(model, inputs).pillars().get(2);

    assertThat(maritime.id()).isEqualTo("maritime");
    assertThat(maritime.stability()).isNull();
    assertThat(maritime.contribution()).isNull();
    assertThat(maritime.members()).extracting(MemberState::contribution).containsOnlyNulls();
  }

  private static void assertBounded(Score score) {
    assertThat(score.dynamic()).isBetween(1.0, 100.0);
    assertThat(score.target()).isBetween(0.0, score.dynamic());
    assertThat(score.stability()).isBetween(0.0, 100.0);
    assertThat(score.lower()).isBetween(0.0, score.stability());
    assertThat(score.upper()).isBetween(score.stability(), 100.0);
    assertThat(score.sigma()).isNotNegative().isFinite();
  }

  /** Whether its risk rose for sure. */
  private static boolean worsen(Map<String, Input> inputs, Member member, Random random) {
    Scale scale = member.scale();
    double reading = ((Measured) inputs.get(member.id()).reading()).value();
    double worse = reading + random.nextDouble() * (scale.stressed() - scale.calm());
    inputs.put(member.id(), Input.of(Worlds.measured(worse)));
    return Scales.risk(scale, worse) > Scales.risk(scale, reading) + 1e-9;
  }

  private static Model shuffled(Model model, Random random) {
    List<Pillar> pillars = new ArrayList<>();
    for (Pillar pillar : model.pillars()) {
      List<Member> members = new ArrayList<>(pillar.members());
      Collections.shuffle(members, random);
      pillars.add(new Pillar(pillar.id(), pillar.weight(), members));
    }
    Collections.shuffle(pillars, random);
    return new Model(model.id(), model.version(), model.hash(), pillars, model.rules());
  }

  private static Map<String, Input> shuffled(Map<String, Input> inputs, Random random) {
    List<String> order = new ArrayList<>(inputs.keySet());
    Collections.shuffle(order, random);
    Map<String, Input> shuffled = new LinkedHashMap<>();
    order.forEach(id -> shuffled.put(id, inputs.get(id)));
    return shuffled;
  }

  private static double orZero(@Nullable Double contribution) {
    return contribution == null ? 0 : contribution;
  }
}

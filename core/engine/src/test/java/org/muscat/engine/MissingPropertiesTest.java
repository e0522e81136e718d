package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Movement.Cause;

/** What going missing does to any model, with any power of the mean (method, section 2). */
class MissingPropertiesTest {

  private static final int ROUNDS = 300;

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldNeverCalmNorNarrowWhenInputsGoMissing(double power) {
    Random random = new Random(201);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.whole(model, random);
      IndexState before = Worlds.compose(model, inputs);

      IndexState after = Worlds.compose(model, someGone(inputs, random));

      if (after.scored().isPresent()) {
        assertThat(score(after).stability()).isLessThanOrEqualTo(score(before).stability());
        assertThat(score(after).sigma()).isGreaterThanOrEqualTo(score(before).sigma());
        assertThat(Movement.between(before, after).of(Cause.COVERAGE)).isLessThan(1e-10);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldNeverTenseByCoverageWhenInputsComeBack(double power) {
    Random random = new Random(202);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.whole(model, random);
      IndexState before = Worlds.compose(model, someGone(inputs, random));
      IndexState after = Worlds.compose(model, inputs);

      if (before.scored().isPresent()) {
        assertThat(Movement.between(before, after).of(Cause.COVERAGE)).isGreaterThan(-1e-10);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldWidenStrictlyWhenAHeldPillarIsMissing(double power) {
    Random random = new Random(203);
    int missing = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.whole(model, random);
      Score before = score(Worlds.compose(model, inputs));
      Pillar gone = model.pillars().get(random.nextInt(model.pillars().size()));
      gone.members().forEach(member -> inputs.compute(member.id(), (id, at) -> Worlds.gone(at)));

      IndexState after = Worlds.compose(model, inputs);

      if (after.scored().isPresent()) {
        missing++;
        assertThat(score(after).sigma()).isGreaterThan(before.sigma());
        assertThat(score(after).dynamic()).isLessThanOrEqualTo(before.dynamic());
      }
    }
    assertThat(missing).isGreaterThan(ROUNDS / 3);
  }

  @Test
  void shouldTakeTheLowerOfLiveAndHeldOfOneMissingInput() {
    Random random = new Random(204);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, 0);
      Map<String, Input> whole = Worlds.whole(model, random);
      String gone = model.inputs().get(random.nextInt(model.inputs().size() - 2));
      IndexState held = with(model, whole, gone, Worlds.gone(whole.get(gone)));
      IndexState unseen = with(model, whole, gone, Worlds.neverSeen());
      if (held.scored().isEmpty()) {
        continue;
      }

      double before = score(Worlds.compose(model, whole)).dynamic();

      double live = score(unseen).dynamic();
      assertThat(score(held).dynamic()).isEqualTo(Math.min(live, before));
      assertThat(held.status()).isEqualTo(before < live ? Status.HELD : Status.SCORED);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldTakeTheLowestOfAllWaysToHoldOrLeaveOut(double power) {
    Random random = new Random(213);
    for (int i = 0; i < ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.gaps(model, random);
      IndexState state = Worlds.compose(model, inputs);
      if (state.scored().isEmpty()) {
        continue;
      }

      assertThat(score(state).dynamic()).isCloseTo(lowest(model, inputs), within(1e-10));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 2, 0.5})
  void shouldNeverCalmWhenOneMoreInputGoesMissing(double power) {
    Random random = new Random(214);
    for (int i = 0; i < 2 * ROUNDS; i++) {
      Model model = Worlds.model(random, power);
      Map<String, Input> inputs = Worlds.gaps(model, random);
      IndexState before = Worlds.compose(model, inputs);
      String gone = model.inputs().get(random.nextInt(model.inputs().size() - 2));
      IndexState after = with(model, inputs, gone, Worlds.gone(inputs.get(gone)));
      if (before.scored().isEmpty() || after.scored().isEmpty()) {
        continue;
      }

      assertThat(score(after).dynamic()).isLessThanOrEqualTo(score(before).dynamic() + 1e-12);
      assertThat(Movement.between(before, after).of(Cause.COVERAGE)).isLessThan(1e-10);
      assertThat(Movement.between(after, before).of(Cause.COVERAGE)).isGreaterThan(-1e-10);
    }
  }

  @Test
  void shouldScoreWithExactlyTheFloorOfTheWeight() {
    Model model =
        new Model(
            "floor",
            1,
            "hash",
            List.of(
                Models.pillar("a", 0.1, "a1"),
                Models.pillar("b", 0.2, "b1"),
                new Pillar("c", 0.3, members(0.1, 0.2, 0.3))),
            Model.Rules.DEFAULT.withMinimumLive(1));
    Map<String, Input> halfOfAPillar =
        new HashMap<>(Map.of("a1", Models.risk(10), "b1", Models.risk(20)));
    Map<String, Input> halfOfAll = new HashMap<>();
    for (String id : model.inputs()) {
      boolean isOfC = id.startsWith("m");
      halfOfAPillar.putIfAbsent(id, id.equals("m2") ? Models.risk(30) : Worlds.neverSeen());
      halfOfAll.put(id, isOfC ? Models.risk(30) : Worlds.neverSeen());
    }

    assertThat(Worlds.compose(model, halfOfAll).status()).isEqualTo(Status.SCORED);
    assertThat(Worlds.compose(model, halfOfAPillar).pillars().get(2).stability())
        .isCloseTo(70, within(1e-12));
  }

  @Test
  void shouldCountAPillarByItsHeldMembersOnlyWhereTheyMakeItWorse() {
    Model model = Models.threePillars();
    Map<String, Input> inputs = Models.randomInputs(model, new Random(212));
    inputs.put("m1", Worlds.gone(Models.risk(99)));
    inputs.put("m2", Models.risk(99));

    IndexState state = Worlds.compose(model, inputs);

    PillarState maritime = state.pillars().get(2);
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(maritime.stability()).isNull();
    assertThat(maritime.contribution()).isPositive();
    assertThat(maritime.members()).extracting(MemberState::held).containsExactly(true, false);
  }

  private static IndexState with(Model model, Map<String, Input> inputs, String id, Input input) {
    Map<String, Input> changed = new HashMap<>(inputs);
    changed.put(id, input);
    return Worlds.compose(model, changed);
  }

  /** Over every set of held members, whichever way the composite looks for it. */
  private static double lowest(Model model, Map<String, Input> inputs) {
    Layout layout = new Layout(model);
    Judgement judgement =
        new Judgement(layout, Worlds.AS_OF, model.inputs().stream().map(inputs::get).toList());
    List<Integer> held = new ArrayList<>();
    for (int m = 0; m < layout.members.length; m++) {
      if (judgement.isHeld(m)) {
        held.add(m);
      }
    }
    double lowest = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << held.size(); set++) {
      boolean[] counts = judgement.live.clone();
      for (int i = 0; i < held.size(); i++) {
        counts[held.get(i)] = (set >> i & 1) == 1;
      }
      lowest = Math.min(lowest, new Composition(layout, judgement.risk, counts).stability());
    }
    return lowest;
  }

  private static List<Member> members(double... weights) {
    List<Member> members = new ArrayList<>();
    for (double weight : weights) {
      members.add(Models.member("m" + members.size(), weight));
    }
    return members;
  }

  private static Map<String, Input> someGone(Map<String, Input> inputs, Random random) {
    Map<String, Input> gone = new HashMap<>(inputs);
    gone.replaceAll(
        (id, input) ->
            id.equals(Worlds.OPACITY) || random.nextInt(4) > 0 ? input : Worlds.gone(input));
    return gone;
  }

  private static Score score(IndexState state) {
    return state.scored().orElseThrow();
  }
}

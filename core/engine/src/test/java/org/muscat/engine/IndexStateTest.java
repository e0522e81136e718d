package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/** What an index tells of its pillars and members. */
class IndexStateTest {

  private static final Model MODEL =
      new Model(
          "test",
          7,
          "cafe",
          List.of(
              new Pillar("a", 1, List.of(Models.member("a1", 1), Models.member("a2", 3))),
              new Pillar("b", 3, List.of(Models.member("b1", 2), Models.member("b2", 2)))),
          Rules.DEFAULT.withMinimumLive(1));

  @Test
  void shouldNameTheModelThatMadeIt() {
    IndexState state = compose(inputs());

    assertThat(state.model()).isEqualTo("test");
    assertThat(state.modelVersion()).isEqualTo(7);
    assertThat(state.modelHash()).isEqualTo("cafe");
    assertThat(state.theatre()).isEqualTo("gulf");
    assertThat(state.asOf()).isEqualTo(Worlds.AS_OF);
    assertThat(new Composite(MODEL).model()).isSameAs(MODEL);
  }

  @Test
  void shouldTellWeightsRelativeToAllOfThem() {
    List<PillarState> pillars = compose(inputs()).pillars();

    assertThat(pillars).extracting(PillarState::weight).containsExactly(0.25, 0.75);
    assertThat(pillars.get(0).members())
        .extracting(MemberState::weight)
        .containsExactly(0.25, 0.75);
  }

  @Test
  void shouldTellWhatALiveMemberSays() {
    Map<String, Input> inputs = inputs();
    Measured measured = Worlds.measured(30).fact("frozen-since", "2019-09-01");
    inputs.put("a1", Input.of(measured.partial("three days are missing")));

    MemberState member = compose(inputs).pillars().get(0).members().get(0);

    assertThat(member.value()).isEqualTo(30);
    assertThat(member.risk()).isEqualTo(30);
    assertThat(member.quality()).isEqualTo(Quality.PARTIAL);
    assertThat(member.reason()).isEqualTo("three days are missing");
    assertThat(member.observedAt()).isEqualTo(measured.observedAt());
    assertThat(member.facts()).containsEntry("frozen-since", "2019-09-01");
    assertThat(member.held()).isFalse();
  }

  @Test
  void shouldShareTheContributionOfAPillarByWeightAndRisk() {
    PillarState pillar = compose(inputs()).pillars().get(0);

    // Risks 10 and 30 with weights 1 and 3.
    assertThat(pillar.contribution()).isPositive();
    assertThat(pillar.members().get(0).contribution())
        .isCloseTo(0.1 * pillar.contribution(), within(1e-12));
    assertThat(pillar.members().get(1).contribution())
        .isCloseTo(0.9 * pillar.contribution(), within(1e-12));
  }

  @Test
  void shouldTellNoValueOfACalmMemberThatIsMissing() {
    Map<String, Input> inputs = inputs();
    inputs.put("b1", Worlds.gone(Models.risk(0)));

    PillarState pillar = compose(inputs).pillars().get(1);

    MemberState member = pillar.members().get(0);
    assertThat(pillar.contribution()).isPositive();
    assertThat(pillar.coverage()).isEqualTo(0.5);
    assertThat(member.value()).isNull();
    assertThat(member.risk()).isNull();
    assertThat(member.contribution()).isNull();
    assertThat(member.held()).isFalse();
    assertThat(member.reason()).isEqualTo("source is down");
    assertThat(member.observedAt()).isEqualTo(Worlds.measured(0).observedAt());
  }

  @Test
  void shouldTellNothingOfAMemberThatWasNeverSeen() {
    Map<String, Input> inputs = inputs();
    inputs.put("b1", Worlds.neverSeen());

    MemberState member = compose(inputs).pillars().get(1).members().get(0);

    assertThat(member)
        .isEqualTo(
            new MemberState(
                "b1", 0.5, Quality.MISSING, "never seen", null, null, false, null, null, Map.of()));
  }

  @Test
  void shouldTellTheLiveMembersOfARefusedIndex() {
    Map<String, Input> inputs = inputs();
    inputs.replaceAll(
        (id, input) -> id.equals("a2") ? input : Input.of(new NoData("source is down")));

    IndexState state = compose(inputs);

    PillarState pillar = state.pillars().get(0);
    assertThat(state.status()).isEqualTo(Status.REFUSED);
    assertThat(state.coverage()).isCloseTo(0.25 * 0.75, within(1e-12));
    assertThat(state.hasAllPillars()).isFalse();
    assertThat(state.divergence()).isEmpty();
    assertThat(state.responseContribution()).isNull();
    assertThat(pillar.stability()).isEqualTo(70);
    assertThat(pillar.contribution()).isNull();
    assertThat(pillar.members().get(1).risk()).isEqualTo(30);
    assertThat(pillar.members().get(1).contribution()).isNull();
    assertThat(state.toString())
        .startsWith("gulf as of 2019-09-20T00:00:00Z: REFUSED 0.19 of the weight is present");
  }

  @Test
  void shouldKeepItsInputsWhileItWarmsUp() {
    IndexState state = compose(inputs()).warming("later");

    assertThat(state.status()).isEqualTo(Status.WARMING);
    assertThat(state.scored()).isEmpty();
    assertThat(state.reason()).isEqualTo("later");
    assertThat(state.coverage()).isEqualTo(1);
    assertThat(state.pillars()).extracting(PillarState::contribution).containsOnlyNulls();
  }

  @Test
  void shouldEqualWhatWasComposedAlikeAndNothingElse() {
    IndexState state = compose(inputs());
    Map<String, Input> others = inputs();
    others.put("a1", Models.risk(11));

    assertThat(state).isEqualTo(compose(inputs())).hasSameHashCodeAs(compose(inputs()));
    assertThat(state)
        .isNotEqualTo(compose(others))
        .isNotEqualTo(state.warming(""))
        .isNotEqualTo(Composite.compose(MODEL, "other", Worlds.AS_OF, inputs()))
        .isNotEqualTo(
            Composite.compose(MODEL, "gulf", Worlds.AS_OF.plus(Duration.ofSeconds(1)), inputs()));
    assertThat(state.toString()).startsWith("gulf as of 2019-09-20T00:00:00Z: SCORED Score[");
  }

  @Test
  void shouldAddTheVarianceOfAnInputThatWasNeverSeenAtItsFullWeight() {
    Map<String, Input> inputs = inputs();
    inputs.put("b2", Worlds.neverSeen());

    double sigma = compose(inputs).scored().orElseThrow().sigma();

    double ofReading = 25 + 400 / 2.0;
    double a = 75;
    double b = 60;
    double index = Math.exp(0.25 * Math.log(a) + 0.75 * Math.log(b));
    double slopeOfA = 0.25 * index / a;
    double slopeOfB = 0.75 * index / b;
    double insideA = (0.25 * 90 * 90 + 0.75 * 70 * 70 - a * a) / 51;
    double variance =
        slopeOfA * slopeOfA * (ofReading * (1 + 9) / 16 + insideA)
            + slopeOfB * slopeOfB * ofReading
            + slopeOfB * slopeOfB * 0.25 * (25 + 400)
            + 0.25 * 0.75 * Math.pow(index * Math.log(a / b), 2) / 51;
    assertThat(sigma).isCloseTo(Math.sqrt(variance), within(1e-10));
  }

  @Test
  void shouldAddTheVarianceOfAPillarThatIsMissingAtItsFullWeight() {
    Map<String, Input> inputs = inputs();
    inputs.put("a1", Worlds.neverSeen());
    inputs.put("a2", Worlds.neverSeen());

    double sigma = compose(inputs).scored().orElseThrow().sigma();

    double ofReading = 25 + 400 / 2.0;
    double insideB = ((60 * 60 + 40 * 40) / 2.0 - 50 * 50) / 51;
    double ofA = 0.25 * 0.25 * (1 + 9) / 16 * (25 + 400);
    assertThat(sigma).isCloseTo(Math.sqrt(ofReading / 2 + insideB + ofA), within(1e-10));
  }

  @Test
  void shouldTellThePillarsOfAnyRandomIndexAsTheyAre() {
    Random random = new Random(1101);
    for (int i = 0; i < 200; i++) {
      Model model = Worlds.model(random, 0);
      IndexState state = Worlds.compose(model, Worlds.gaps(model, random));
      double covered = 0;
      for (PillarState pillar : state.pillars()) {
        covered += pillar.stability() == null ? 0 : pillar.weight() * pillar.coverage();
        assertThat(pillar.reason().isEmpty()).isEqualTo(pillar.stability() != null);
      }

      assertThat(covered).isCloseTo(state.coverage(), within(1e-12));
    }
  }

  private static Map<String, Input> inputs() {
    return new HashMap<>(
        Map.of(
            "a1", Models.risk(10),
            "a2", Models.risk(30),
            "b1", Models.risk(40),
            "b2", Models.risk(60)));
  }

  private static IndexState compose(Map<String, Input> inputs) {
    return Worlds.compose(MODEL, inputs);
  }
}

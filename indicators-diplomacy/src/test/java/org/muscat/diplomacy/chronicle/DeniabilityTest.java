package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Measured;

class DeniabilityTest {

  private static final DeniabilityProvider PROVIDER = new DeniabilityProvider();
  private static final AreasConfig EVERYWHERE =
      new AreasConfig("gulf", List.of("gulf", "red-sea", "levant", "elsewhere"));
  private static final Reader<AreasConfig> DENIABILITY = new Reader<>(PROVIDER, EVERYWHERE);
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @CsvSource({"claimed, 0.25", "attributed, 0.5", "denied, 0.5", "unclaimed, 0.75"})
  void shouldSetOneAttackAgainstThePrior(String attribution, double share) {
    assertThat(DENIABILITY.value(attack(year(), attribution), "2020-07-15"))
        .isCloseTo(share, EXACT);
  }

  @Test
  void shouldNotKnowWithoutAnAttack() {
    assertThat(DENIABILITY.value(year().event("2020-07-01", "ceasefire"), "2020-07-15"))
        .isEqualTo(.5);
  }

  @Test
  void shouldBeTheShareOfAllAttacks() {
    Coded coded = attack(attack(attack(year(), "claimed"), "unclaimed"), "claimed");

    Measured reading = DENIABILITY.measured(coded.history(), "2020-07-15");

    assertThat(reading.value()).isCloseTo(1.5 / 4, EXACT);
    assertThat(reading.facts()).containsEntry("leading-events", "2020-07-01-ship-attack-2");
  }

  @Test
  void shouldCountWhatIsNotVerifiedByHalfAndOtherAreasNotAtAll() {
    Coded coded =
        year()
            .strike(
                "2020-07-01", "ship-attack", "0.25", "attribution: unclaimed", "verified: false")
            .strike("2020-07-01", "ship-attack", "0.25", "area: levant");
    Reader<AreasConfig> gulf = new Reader<>(PROVIDER, new AreasConfig("gulf", List.of("gulf")));

    assertThat(gulf.value(coded, "2020-07-15")).isCloseTo(1 / 1.5, EXACT);
  }

  /** 2020-01-01 and 180 days are 2020-06-29. */
  @Test
  void shouldForgetAnAttackAfterHalfAYear() {
    Coded coded = year().strike("2020-01-01", "ship-attack", "0.25", "attribution: unclaimed");

    assertThat(DENIABILITY.value(coded, "2020-06-29")).isEqualTo(.75);
    assertThat(DENIABILITY.value(coded, "2020-06-30")).isEqualTo(.5);
  }

  @Test
  void shouldRiseWithUnclaimedAttacksAndFallWithClaimedOnes() {
    Random random = new Random(41);
    String[] words = {"claimed", "attributed", "denied", "unclaimed"};
    for (int round = 0; round < 50; round++) {
      Coded coded = year();
      for (int i = 0; i < 8; i++) {
        attack(coded, words[random.nextInt(words.length)]);
      }
      double before = DENIABILITY.value(coded, "2020-07-15");

      double hidden = DENIABILITY.value(attack(coded, "unclaimed"), "2020-07-15");
      double owned = DENIABILITY.value(attack(coded, "claimed"), "2020-07-15");

      assertThat(hidden).isGreaterThan(before).isLessThan(1);
      assertThat(owned).isLessThan(hidden).isPositive();
    }
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(new AreasConfig("a b", List.of())))
        .extracting(problem -> problem.option())
        .containsExactly("theatre", "areas");
  }

  private static Coded attack(Coded coded, String attribution) {
    return coded.strike("2020-07-01", "ship-attack", "0.25", "attribution: " + attribution);
  }

  private static Coded year() {
    return Coded.days("2019-12-01", "2020-12-31");
  }
}

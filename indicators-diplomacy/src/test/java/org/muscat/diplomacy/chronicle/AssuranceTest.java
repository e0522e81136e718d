package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Measured;

class AssuranceTest {

  private static final Reader<TheatreConfig> ASSURANCE =
      new Reader<>(new AssuranceProvider(), new TheatreConfig("gulf"));
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @ValueSource(strings = {"offer", "sanction-relief"})
  void shouldHalveAnOfferInThirtyDays(String type) {
    Coded coded = quarter().event("2020-03-01", type);

    assertThat(ASSURANCE.value(coded, "2020-03-31")).isCloseTo(.5 / 3.5, EXACT);
  }

  @Test
  void shouldSetOffersAgainstPunishments() {
    Coded coded =
        quarter()
            .event("2020-03-01", "offer")
            .event("2020-03-01", "punishment")
            .event("2020-03-01", "sanction")
            .event("2020-03-01", "framework-fact")
            .event("2020-03-01", "other");

    Measured reading = ASSURANCE.measured(coded.history(), "2020-03-31");

    assertThat(reading.value()).isCloseTo(.5 / 4.5, EXACT);
    assertThat(reading.facts())
        .containsEntry("leading-offers", "2020-03-01-offer-1")
        .containsEntry("leading-punishments", "2020-03-01-punishment-2, 2020-03-01-sanction-3");
  }

  @Test
  void shouldCountWhatIsNotVerifiedByHalf() {
    Coded coded = quarter().event("2020-03-01", "offer", "verified: false");

    assertThat(ASSURANCE.value(coded, "2020-03-31")).isCloseTo(.25 / 3.25, EXACT);
  }

  @Test
  void shouldBeNothingWithoutOffers() {
    assertThat(ASSURANCE.value(quarter(), "2020-03-31")).isZero();
    assertThat(ASSURANCE.value(quarter().event("2020-03-01", "sanction"), "2020-03-31")).isZero();
  }

  @Test
  void shouldRiseWithOffersAndFallWithPunishments() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      Coded coded = quarter().event("2020-03-01", "offer");
      for (int i = 0; i < 10; i++) {
        coded.event(
            "2020-03-%02d".formatted(1 + random.nextInt(31)),
            random.nextBoolean() ? "offer" : "sanction");
      }
      double before = ASSURANCE.value(coded, "2020-04-01");

      double offered = ASSURANCE.value(coded.event("2020-03-20", "sanction-relief"), "2020-04-01");
      double punished = ASSURANCE.value(coded.event("2020-03-20", "punishment"), "2020-04-01");

      assertThat(offered).isGreaterThan(before).isLessThan(1);
      assertThat(punished).isLessThan(offered).isPositive();
    }
  }

  @Test
  void shouldSeeTheOfferOfJuly2018() throws Exception {
    assertThat(ASSURANCE.measured(Bundled.history(), "2018-08-01").facts().get("leading-offers"))
        .contains("2018-07-30");
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }
}

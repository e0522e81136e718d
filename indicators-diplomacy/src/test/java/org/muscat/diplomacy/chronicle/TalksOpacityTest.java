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
import org.muscat.testkit.History;

class TalksOpacityTest {

  private static final TalksOpacityProvider PROVIDER = new TalksOpacityProvider();
  private static final Reader<TalksOpacityConfig> OPACITY =
      new Reader<>(PROVIDER, new TalksOpacityConfig("gulf", List.of()));
  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void shouldBeWholeInSilence() {
    Measured reading = OPACITY.measured(quarter().history(), "2020-03-15");

    assertThat(reading.value()).isEqualTo(1);
    assertThat(reading.facts())
        .containsEntry("most-likely", "unclear")
        .containsEntry("leading-events", "none")
        .containsEntry("unconfirmed-share", "no reports");
  }

  /** Half of a vote is left: p is .55 and three times .05, of .7. */
  @ParameterizedTest
  @CsvSource({
    "denial, none",
    "collapse, none",
    "contact, contact",
    "cancellation, contact",
    "indirect-round, negotiating",
    "direct-round, negotiating",
    "interim-mou, agreed"
  })
  void shouldTakeAVoteForTheStateThatAnEventReports(String type, String state) {
    Measured reading =
        OPACITY.measured(quarter().event("2020-03-01", type).history(), "2020-03-15");

    assertThat(reading.value())
        .isCloseTo((.55 / .7 * Math.log(.7 / .55) + .15 / .7 * Math.log(14)) / Math.log(4), EXACT);
    assertThat(reading.facts())
        .containsEntry("most-likely", state)
        .containsEntry("leading-events", "2020-03-01-" + type + "-1");
  }

  @Test
  void shouldBeOpaqueWhenReportsContradictEachOther() {
    Coded coded =
        quarter()
            .event("2020-03-01", "denial")
            .event("2020-03-01", "contact")
            .event("2020-03-01", "indirect-round")
            .event("2020-03-01", "interim-mou");

    assertThat(OPACITY.value(coded, "2020-03-15")).isCloseTo(1, EXACT).isLessThanOrEqualTo(1);
    assertThat(OPACITY.fact(coded, "most-likely", "2020-03-15")).isEqualTo("unclear");
  }

  /** The vote of an agreement is whole: p is 1.05 and three times .05, of 1.2. */
  @Test
  void shouldBeSureOfAnAgreementAsLongAsItIsInForce() {
    Coded coded =
        quarter().event("2020-01-10", "agreement-start").event("2020-03-10", "agreement-end");
    double sure = (.875 * Math.log(1 / .875) + .125 * Math.log(24)) / Math.log(4);

    assertThat(OPACITY.value(coded, "2020-02-11")).isCloseTo(sure, EXACT);
    assertThat(OPACITY.value(coded, "2020-03-10")).isCloseTo(sure, EXACT);
    assertThat(OPACITY.value(coded, "2020-03-11")).isEqualTo(1);
  }

  /** A vote of .2 is left: p is .25 and three times .05, of .4. */
  @Test
  void shouldWeighByMediatorAndReliability() {
    Coded coded = quarter().event("2020-03-01", "contact", "mediator: OMN", "confidence: B");
    Reader<TalksOpacityConfig> halfBelieved =
        new Reader<>(PROVIDER, new TalksOpacityConfig("gulf", List.of("OMN=0.5")));

    assertThat(halfBelieved.value(coded, "2020-03-15"))
        .isCloseTo((.625 * Math.log(1.6) + .375 * Math.log(8)) / Math.log(4), EXACT);
  }

  @Test
  void shouldTellTheShareOfReportsThatNobodyElseConfirms() {
    Coded coded =
        quarter()
            .event("2020-01-02", "contact")
            .event("2020-03-01", "contact")
            .event("2020-03-02", "contact", "confidence: B")
            .event("2020-03-03", "denial");

    assertThat(OPACITY.fact(coded, "unconfirmed-share", "2020-03-15")).isEqualTo("0.67");
  }

  @Test
  void shouldNeverBecomeMoreOpaqueByOneMoreReportOfTheLikeliestState() {
    Random random = new Random(23);
    String[] types = {"denial", "contact", "indirect-round", "interim-mou"};
    String[] states = {"none", "contact", "negotiating", "agreed"};
    int tried = 0;
    for (int round = 0; round < 100; round++) {
      Coded coded = quarter();
      for (int i = 0; i < 6; i++) {
        coded.event(
            "2020-03-%02d".formatted(1 + random.nextInt(31)), types[random.nextInt(types.length)]);
      }
      Measured before = OPACITY.measured(coded.history(), "2020-04-01");
      int likeliest = List.of(states).indexOf(before.facts().get("most-likely"));
      if (likeliest >= 0) {
        tried++;
        coded.event("2020-03-20", types[likeliest]);

        assertThat(OPACITY.value(coded, "2020-04-01"))
            .isPositive()
            .isLessThanOrEqualTo(before.value());
      }
    }
    assertThat(tried).isGreaterThan(80);
  }

  @Test
  void shouldTakeTheSpringOf2025ForNegotiations() throws Exception {
    History history = Bundled.history();

    assertThat(OPACITY.measured(history, "2025-05-01").facts())
        .containsEntry("most-likely", "negotiating");
    assertThat(OPACITY.measured(history, "2025-05-01").value()).isLessThan(.9);
  }

  @Test
  void shouldNotBeSureOfTheAgreementThatWasLeft() throws Exception {
    Measured reading = OPACITY.measured(Bundled.history(), "2018-05-29");

    assertThat(reading.facts()).extractingByKey("most-likely").isNotEqualTo("agreed");
    assertThat(reading.value()).isGreaterThan(.5);
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(new TalksOpacityConfig("Gulf", List.of("OMN=2"))))
        .extracting(problem -> problem.option())
        .containsExactly("theatre", "mediator-credibility");
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }
}

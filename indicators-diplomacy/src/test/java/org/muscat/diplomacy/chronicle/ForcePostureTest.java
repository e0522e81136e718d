package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;

class ForcePostureTest {

  private static final TheatreConfig GULF = new TheatreConfig("gulf");
  private static final Reader<TheatreConfig> POSTURE =
      new Reader<>(new ForcePostureProvider(), GULF);
  private static final Reader<TheatreConfig> TENSION =
      new Reader<>(new PostureTensionProvider(), GULF);
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[carrier-group]|0.25",
        "[amphibious-group]|0.125",
        "[bomber-task-force]|0.1",
        "[guided-missile-submarine]|0.075",
        "[air-defence-battalion]|0.05",
        "[carrier-group, carrier-group, air-defence-battalion]|0.55",
        "[carrier-group, carrier-group, carrier-group, carrier-group, carrier-group]|1",
      })
  void shouldAddUpTheUnitsAndStopAtOne(String assets, double posture) {
    Coded coded = years().event("2019-02-01", "deployment", "assets: " + assets);

    assertThat(POSTURE.value(coded, "2019-02-02")).isCloseTo(posture, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-02-01, 0",
    "2019-02-02, 0.125",
    "2019-02-10, 0.125",
    "2019-02-11, 0.25",
    "2019-03-02, 0.25",
    "2019-03-03, 0"
  })
  void shouldCountHalfBeforeTheArrivalAndNothingAfterTheLastDay(String day, double posture) {
    Coded coded =
        years()
            .event(
                "2019-02-01",
                "deployment",
                "assets: [carrier-group]",
                "arrived: 2019-02-10",
                "until: 2019-03-01");

    assertThat(POSTURE.value(coded, day)).isEqualTo(posture);
  }

  @Test
  void shouldCountNothingOfWithdrawalsAndUnitsWithoutWeight() {
    Coded coded =
        years()
            .event("2019-02-01", "deployment")
            .event("2019-02-02", "deployment", "assets: [carrier-group]")
            .event("2019-02-03", "withdrawal");

    Measured reading = POSTURE.measured(coded.history(), "2019-02-10");

    assertThat(reading.value()).isEqualTo(.25);
    assertThat(reading.facts()).containsEntry("leading-events", "2019-02-02-deployment-2");
  }

  @Test
  void shouldCountWhatIsNotVerifiedByHalf() {
    Coded coded =
        years().event("2019-02-02", "deployment", "assets: [carrier-group]", "verified: false");

    assertThat(POSTURE.value(coded, "2019-02-10")).isEqualTo(.125);
  }

  @Test
  void shouldNameTheThreeThatCountMost() {
    Coded coded =
        years()
            .event("2019-02-01", "deployment", "assets: [air-defence-battalion]")
            .event("2019-02-01", "deployment", "assets: [bomber-task-force]")
            .event("2019-02-01", "deployment", "assets: [carrier-group]")
            .event("2019-02-01", "deployment", "assets: [amphibious-group]");

    assertThat(POSTURE.fact(coded, "leading-events", "2019-02-10"))
        .isEqualTo("2019-02-01-deployment-3, 2019-02-01-deployment-4, 2019-02-01-deployment-2");
  }

  /** 2019-01-10 and 300 days are 2019-11-06. */
  @Test
  void shouldStopCountingWhatHasNoEndAndSaySo() {
    Coded coded = years().event("2019-01-10", "deployment", "assets: [carrier-group]");

    assertThat(POSTURE.measured(coded.history(), "2019-11-06"))
        .satisfies(
            reading -> {
              assertThat(reading.value()).isEqualTo(.25);
              assertThat(reading.caveat()).isEmpty();
            });
    assertThat(POSTURE.measured(coded.history(), "2019-11-07"))
        .satisfies(
            reading -> {
              assertThat(reading.value()).isZero();
              assertThat(reading.caveat())
                  .contains("no end is coded of the stay of 2019-01-10-deployment-1");
            });
    assertThat(POSTURE.measured(coded.history(), "2020-06-01").caveat()).isPresent();
    assertThat(POSTURE.measured(coded.history(), "2020-10-01").caveat()).isEmpty();
  }

  /** 2019-01-10 and 60 days are 2019-03-11, and 120 days 2019-05-10. */
  @ParameterizedTest
  @CsvSource({"2019-03-11, 0.425", "2019-03-12, 0.35", "2019-05-10, 0.35", "2019-05-11, 0.25"})
  void shouldLetEachUnitOfADeploymentLapseByItself(String day, double posture) {
    Coded coded =
        years()
            .event(
                "2019-01-10",
                "deployment",
                "assets: [carrier-group, bomber-task-force, guided-missile-submarine]");

    assertThat(POSTURE.value(coded, day)).isCloseTo(posture, EXACT);
  }

  @Test
  void shouldMissNoEndOfWhatIsKnownToHaveLeft() {
    Coded coded =
        years().event("2019-01-10", "deployment", "assets: [carrier-group]", "until: 2019-12-01");

    assertThat(POSTURE.measured(coded.history(), "2019-11-20").caveat()).isPresent();
    assertThat(POSTURE.measured(coded.history(), "2019-12-03").caveat()).isEmpty();
  }

  @Test
  void shouldTellBothLacksAtOnce() {
    Coded coded =
        Coded.days("2019-06-01", "2019-12-31")
            .named("2019-01-10-early", "2019-01-10", "deployment", "assets: [carrier-group]");

    assertThat(POSTURE.measured(coded.history(), "2019-11-07").caveat())
        .contains(
            "159 of the last 300 days are coded; no end is coded of the stay of"
                + " 2019-01-10-early");
  }

  @Test
  void shouldKeepAForceThatLeftOnADayThatNobodyCoded() {
    Coded coded =
        Coded.days("2019-01-01", "2019-12-31")
            .event("2019-12-01", "deployment", "assets: [carrier-group]", "until: 2019-12-31");

    assertThat(POSTURE.value(coded, "2020-01-01")).isEqualTo(.25);
    assertThat(POSTURE.value(coded, "2020-01-10")).isEqualTo(.25);
  }

  @Test
  void shouldBeTheSameNumberAsPressureAndAsRisk() {
    Coded coded = years().event("2019-02-01", "deployment", "assets: [carrier-group]");

    assertThat(TENSION.read(coded.history(), "2019-02-10"))
        .isEqualTo(POSTURE.read(coded.history(), "2019-02-10"));
    assertThat(POSTURE.provider().level(GULF)).contains(LevelMap.identity());
    assertThat(TENSION.provider().level(GULF)).isEmpty();
  }

  @Test
  void shouldNeverFallWithOneUnitMore() {
    Random random = new Random(11);
    String[] units = Asset.words().stream().sorted().toArray(String[]::new);
    Coded coded = years();
    double before = 0;
    for (int i = 0; i < 25; i++) {
      coded.event(
          "2019-02-%02d".formatted(1 + random.nextInt(28)),
          "deployment",
          "assets: [" + units[random.nextInt(units.length)] + "]");

      double after = POSTURE.value(coded, "2019-03-01");

      assertThat(after).isBetween(before, 1.0);
      before = after;
    }
    assertThat(before).isEqualTo(1);
  }

  private static Coded years() {
    return Coded.days("2018-01-01", "2020-12-31");
  }
}

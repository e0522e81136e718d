package org.muscat.diplomacy.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;

class FrameworkIndexTest {

  private static final FrameworkIndexProvider PROVIDER = new FrameworkIndexProvider();
  private static final FrameworkIndexConfig CONFIG =
      new FrameworkIndexConfig("gulf", Duration.ofDays(30));

  /** The two values of the method's golden factors, .15 and .4, are among them. */
  @ParameterizedTest
  @CsvSource({
    "iaea-access, 1, 0.25",
    "agreement-in-force, 1, 0.2",
    "military-hotline, 0.5, 0.1",
    "regional-security-body, 1, 0.15",
    "un-mandate-consensus, 1, 0.1",
    "deconfliction-mou, 0.5, 0.05"
  })
  void shouldWeighEachComponent(String component, String level, double index) {
    History history =
        year()
            .level(Component.of(component).orElseThrow(), "2020-01-01", level)
            .othersAtNought()
            .history();

    assertThat(read(history, "2020-02-01")).isMeasured(index);
  }

  @Test
  void shouldBeOneWhenEverythingStands() {
    Frameworks all = year();
    for (Component component : Component.values()) {
      all.level(component, "2020-01-01", "1");
    }

    assertThat(read(all.history(), "2020-02-01")).isMeasured(1);
  }

  @Test
  void shouldSumWhatStands() {
    History history =
        year()
            .level(Component.AGREEMENT_IN_FORCE, "2020-01-01", "1")
            .level(Component.MILITARY_HOTLINE, "2020-01-01", "1")
            .othersAtNought()
            .history();

    assertThat(read(history, "2020-02-01")).isMeasured(.4);
  }

  @Test
  void shouldKnowALevelTheDayAfterItChanged() {
    History history =
        year()
            .level(Component.IAEA_ACCESS, "2020-01-01", "1")
            .level(Component.IAEA_ACCESS, "2020-02-10", "0.5")
            .othersAtNought()
            .history();

    assertThat(read(history, "2020-02-10")).isMeasured(.25);
    assertThat(read(history, "2020-02-11")).isMeasured(.125).wasObservedAt("2020-02-10");
  }

  @Test
  void shouldTellTheLevelOfEachComponentAndWhy() {
    Reading reading =
        read(
            year()
                .level(Component.IAEA_ACCESS, "2020-01-01", "0.5", "Snap inspections ended.")
                .othersAtNought()
                .history(),
            "2020-02-01");

    assertThat(reading)
        .hasFact("iaea-access", "0.5 since 2020-01-01: Snap inspections ended.")
        .hasFact("military-hotline", "0 since 2020-01-01: Something changed.");
    assertThat(((Measured) reading).facts()).hasSize(6);
  }

  @Test
  void shouldNotTakeAnUnknownLevelForNought() {
    History history = year().othersAtNought().history().without("framework/gulf/iaea-access");

    assertThat(read(history, "2020-02-01")).hasNoDataBecause("no level is known of iaea-access");
  }

  @Test
  void shouldSayNothingWhenTheLastCodedDayIsTooOld() {
    History history = Frameworks.days("2020-01-01", "2020-03-31").othersAtNought().history();

    assertThat(read(history, "2020-04-30")).isMeasured(0).wasObservedAt("2020-03-31");
    assertThat(read(history, "2020-05-01"))
        .hasNoDataBecause("the framework is coded through 2020-03-31, more than 30 days ago");
  }

  @Test
  void shouldSayAfterAMonthThroughWhichDayItIsCoded() {
    History history = Frameworks.days("2020-01-01", "2020-03-31").othersAtNought().history();
    FrameworkIndexConfig years = new FrameworkIndexConfig("gulf", Duration.ofDays(730));

    assertThat(caveat(years, history, "2020-04-30")).isEmpty();
    assertThat(caveat(years, history, "2020-05-01"))
        .contains("the framework is coded through 2020-03-31 only");
  }

  @Test
  void shouldSayNothingWithoutACodedDay() {
    assertThat(read(new History(), "2020-05-01"))
        .hasNoDataBecause("no day is coded in framework/gulf/coded");
  }

  @Test
  void shouldForgetALevelThatANewVersionOfTheFileLeftOut() {
    History history =
        year()
            .level(Component.IAEA_ACCESS, "2020-01-01", "1")
            .level(Component.IAEA_ACCESS, "2020-02-10", "0")
            .othersAtNought()
            .history()
            .add(
                year()
                    .version(2)
                    .level(Component.IAEA_ACCESS, "2020-01-01", "1")
                    .level(Component.IAEA_ACCESS, "2020-02-20", "0.5")
                    .othersAtNought()
                    .observations());

    assertThat(read(history, "2020-02-15")).isMeasured(.25);
    assertThat(read(history, "2020-03-01")).isMeasured(.125);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldNotSeeWhatWasKnownLater(long seed) {
    Random random = new Random(seed);
    Frameworks whole = Frameworks.days("2020-01-01", "2020-12-31");
    Frameworks cut = Frameworks.days("2020-01-01", "2020-06-30");
    for (Component component : Component.values()) {
      for (int month = 1; month <= 12; month++) {
        String day = "2020-%02d-01".formatted(month);
        String level = new String[] {"0", "0.5", "1"}[random.nextInt(3)];
        whole.level(component, day, level);
        if (month <= 6) {
          cut.level(component, day, level);
        }
      }
    }

    assertThat(read(whole.history(), "2020-07-01")).isEqualTo(read(cut.history(), "2020-07-01"));
  }

  @ParameterizedTest
  @CsvSource({
    "2018-05-02, 0.65",
    "2018-06-01, 0.5",
    "2020-02-01, 0.45",
    "2020-10-01, 0.4",
    "2021-03-01, 0.325",
    "2023-04-01, 0.4",
    "2025-06-30, 0.275"
  })
  void shouldFollowTheBundledFramework(String day, double index) throws Exception {
    try (FeedTestKit<FrameworkConfig> kit = FeedTestKit.of(new FrameworkProvider())) {
      History history = new History().add(kit.fetch().observations());

      assertThat(read(history, day)).isMeasured(index);
    }
  }

  private static Frameworks year() {
    return Frameworks.days("2020-01-01", "2020-12-31");
  }

  private static Optional<String> caveat(FrameworkIndexConfig config, History history, String day) {
    return ((Measured) history.read(PROVIDER, config, Instant.parse(day + "T00:00:00Z"))).caveat();
  }

  private static Reading read(History history, String day) {
    return history.read(PROVIDER, CONFIG, Instant.parse(day + "T00:00:00Z"));
  }
}

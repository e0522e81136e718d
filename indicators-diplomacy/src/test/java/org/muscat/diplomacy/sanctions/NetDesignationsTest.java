package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.TestSeries.series;
import static org.muscat.diplomacy.sanctions.SanctionsDays.baseline;
import static org.muscat.diplomacy.sanctions.SanctionsDays.change;
import static org.muscat.diplomacy.sanctions.SanctionsDays.daily;
import static org.muscat.diplomacy.sanctions.SanctionsDays.date;
import static org.muscat.diplomacy.sanctions.SanctionsDays.on;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.spi.Role;
import org.muscat.testkit.History;

/** Four designations in 28 days are usual. */
class NetDesignationsTest {

  private static final SanctionsPressureProvider PRESSURE = new SanctionsPressureProvider();
  private static final SanctionsStrainProvider STRAIN = new SanctionsStrainProvider();
  private static final SanctionsConfig CONFIG = new SanctionsConfig("gulf");
  private static final int LAST = 299;

  @Test
  void shouldBeNoughtWhenTheUsualNumberIsDesignated() {
    assertThat(read(daily(300), LAST))
        .isMeasured(0)
        .wasObservedAt(date(LAST))
        .hasFact("net", "4")
        .hasFact("designations", "4")
        .hasFact("mean", "4.0")
        .hasFact("baseline-list", "2024-01-01")
        .hasFact("baseline-days", "271");
  }

  @ParameterizedTest
  @CsvSource({"designation, 1, 3, 1.5", "vessel, 2, 6, 6", "delisting, -3, 2, -3"})
  void shouldWeighWhatChangedByTheRootOfTheMean(String type, double value, int count, double z) {
    List<Observation> days = daily(300);
    for (int i = 0; i < count; i++) {
      days.add(change(LAST, "one" + i, type, value));
    }

    assertThat(read(days, LAST)).isMeasured(z);
  }

  @Test
  void shouldCountADayTwentySevenDaysBackAndNoneBefore() {
    List<Observation> days = daily(300);
    days.add(change(LAST - 27, "inside", "designation", 1));
    days.add(change(LAST - 28, "outside", "designation", 1));

    assertThat(read(days, LAST)).hasFact("net", "5");
  }

  @Test
  void shouldNeedHalfAYearOfCoveredDays() {
    assertThat(read(daily(300), 207))
        .hasNoDataBecause(
            "lists since 2024-01-01 cover 179 days with their 28 days before; a score needs 180");
    assertThat(read(daily(300), 208)).isMeasured(0);
  }

  @Test
  void shouldSayThatNoListIsKnown() {
    assertThat(read(List.of(), LAST)).hasNoDataBecause("no list of sanctions is known");
  }

  @Test
  void shouldNotTakeAnOutageForCalm() {
    List<Observation> busy = on(300, day -> day < 290);
    busy.add(change(289, "wave", "designation", 6));
    Reading before = read(busy, 289);

    Reading during = read(busy, LAST);

    assertThat(during).isMeasured(3).wasObservedAt(date(289));
    assertThat(during).isEqualTo(before);
  }

  @Test
  void shouldBePartialWhileADayOfTheWindowHasNoList() {
    assertThat(read(on(300, day -> day != 280), LAST)).isPartial();
    assertThat(((Measured) read(on(300, day -> day != 280), LAST)).caveat())
        .contains("a list was seen on 27 of the last 28 days");
  }

  @Test
  void shouldLearnNothingOfDaysWithoutAList() {
    Reading reading = read(on(300, day -> day < 100 || day > 109), LAST);

    // Ten days are not covered, nor are the windows of the 27 days after them.
    assertThat(reading).hasFact("baseline-days", Integer.toString(271 - 10 - 27));
  }

  @Test
  void shouldLearnOfDaysBetweenListsAWeekApart() {
    Reading reading = read(on(300, day -> day % 7 == 3 || day == 0 || day == LAST), LAST);

    assertThat(reading).isMeasured(0).isPartial().hasFact("baseline-days", "271");
  }

  @Test
  void shouldBeginAnewWithAnotherBaseline() {
    List<Observation> days = daily(300);
    days.addAll(baseline(200).toList());

    assertThat(read(days, LAST)).hasNoDataBecause("lists since " + date(200) + " cover 71 days");
  }

  /** Other programmes, configured on the hundredth day, while the list was still the first one. */
  @Test
  void shouldBeginAnewWithTheBaselineThatWasSeenLast() {
    List<Observation> days = daily(300);
    days.add(
        series("events/gulf/ofac")
            .event(date(0), "0", "baseline", 0, Map.of("seen", date(100)))
            .observations()
            .get(0));

    assertThat(read(days, LAST)).hasNoDataBecause("lists since " + date(100));
  }

  @Test
  void shouldNotLearnAWave() {
    List<Observation> days = daily(400);
    days.add(change(300, "wave", "designation", 100));

    Reading reading = read(days, 320);

    assertThat(reading)
        .isMeasured((104 - 4) / 2.0)
        .hasFact("frozen-since", date(300))
        .hasFact("mean", "4.0");
    assertThat(read(days, 340)).isMeasured(0);
  }

  @Test
  void shouldTakeTheSpreadOfOneForAMeanBelowOne() {
    List<Observation> quiet =
        daily(300).stream()
            .filter(one -> !one.type().equals("designation"))
            .collect(Collectors.toList());
    quiet.add(change(LAST, "one", "designation", 1));

    assertThat(read(quiet, LAST)).isMeasured(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldNotSeeWhatWasKnownLater(long seed) {
    Random random = new Random(seed);
    List<Observation> days = daily(260);
    for (int i = 0; i < 40; i++) {
      int day = random.nextInt(1, 260);
      days.add(change(day, "x" + i, "vessel", 2));
    }
    Reading reading = read(days, 240);

    List<Observation> later = days.stream().filter(one -> day(one) <= 240).toList();

    assertThat(reading).isEqualTo(read(later, 240));
  }

  @Test
  void shouldReadTheSameNumberAsPressureAndAsStrain() {
    List<Observation> days = daily(300);
    days.add(change(LAST, "one", "vessel", 2));

    Reading pressure = read(days, LAST);

    assertThat(new History().add(days).read(STRAIN, CONFIG, moment(LAST))).isEqualTo(pressure);
    assertThat(PRESSURE.descriptor().role()).isEqualTo(Role.AXIS);
    assertThat(PRESSURE.level(CONFIG)).contains(LevelMap.normal());
    assertThat(STRAIN.descriptor().role()).isEqualTo(Role.PILLAR);
  }

  @Test
  void shouldForgetTheOldestDayOfAFullBaseline() {
    GatedMean mean = new GatedMean(2);
    for (int day = 0; day < GatedMean.CAPACITY + 1; day++) {
      mean.offer(SanctionsDays.FIRST.plusDays(day), day == 0 ? 8 : 4);
    }

    assertThat(mean.size()).isEqualTo(GatedMean.CAPACITY);
    assertThat(mean.mean()).isCloseTo(4, within(0.0));
  }

  private static long day(Observation one) {
    return ChronoUnit.DAYS.between(
        SanctionsDays.FIRST, LocalDate.ofInstant(one.observedAt(), ZoneOffset.UTC));
  }

  private static Reading read(List<Observation> observations, int day) {
    return new History().add(observations).read(PRESSURE, CONFIG, moment(day));
  }

  private static Instant moment(int day) {
    return Instant.parse(date(day) + "T00:00:00Z");
  }
}

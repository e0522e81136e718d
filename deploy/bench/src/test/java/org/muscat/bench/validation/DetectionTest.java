package org.muscat.bench.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.bench.validation.Rule.Verdict;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Series;

/** The words of docs/maritime.md, Detection: crisis days, false alarms, delay. */
class DetectionTest {

  /** 244 quiet days, 74 of the onset, 150 of the crisis. */
  private static final LocalDate FIRST = LocalDate.of(2023, 3, 20);

  private static final Series RECORD = Calls.daily(FIRST, new double[468]);

  @Test
  void shouldShowARuleNoLaterDayThanTheOneItJudges() {
    List<Integer> shown = new ArrayList<>();
    Rule rule =
        known -> {
          shown.add(known.size());
          return Verdict.USUAL;
        };

    Detection.of(rule, RECORD, Optional.of(Episode.RED_SEA));

    assertThat(shown).isEqualTo(IntStream.rangeClosed(1, 468).boxed().toList());
  }

  @Test
  void shouldCountCrisisDaysWhetherTheRuleSpeaksOrNot() {
    Rule rule =
        known -> day(known).isBefore(LocalDate.of(2024, 3, 2)) ? Verdict.NOTHING : Verdict.FLAGGED;

    Detection detection = Detection.of(rule, RECORD, Optional.of(Episode.RED_SEA));

    assertThat(detection.crisisDays()).isEqualTo(150);
    assertThat(detection.flaggedPercent()).isEqualTo(80);
    assertThat(detection.quietDays()).isZero();
  }

  @Test
  void shouldTakeFlaggedQuietDaysLessThanThirtyApartForOneAlarm() {
    Detection detection = flagging("2023-05-01", "2023-05-30", "2023-06-29", "2023-11-19");

    assertThat(detection.falseAlarms())
        .containsExactly(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 6, 29));
    assertThat(detection.quietDays()).isEqualTo(244);
    assertThat(detection.falseAlarmsPerYear()).isCloseTo(2 * 365.25 / 244, within(1e-12));
  }

  @Test
  void shouldCountEachDayAsQuietWhereNothingHappened() {
    Detection detection =
        Detection.of(rule(day -> day.getYear() == 2024), RECORD, Optional.empty());

    assertThat(detection.crisisDays()).isZero();
    assertThat(detection.quietDays()).isEqualTo(468);
    assertThat(detection.falseAlarms()).containsExactly(LocalDate.of(2024, 1, 1));
    assertThat(detection.delay()).isEmpty();
  }

  @Test
  void shouldCountTheDelayToTheRunOfFlagsThatReachesTheCrisis() {
    assertThat(flagging("2023-12-10", "2023-12-25", "2024-01-23", "2024-02-10").delay())
        .hasValue(10);
    assertThat(flagging("2023-12-20", "2024-01-19", "2024-02-10").delay()).hasValue(35);
    assertThat(flagging("2023-12-14", "2023-12-15", "2024-01-10", "2024-02-01").delay())
        .hasValue(0);
    assertThat(flagging("2023-12-20", "2024-01-31").delay()).isEmpty();
  }

  @Test
  void shouldRefuseARecordWithAGap(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("calls.csv");
    Files.writeString(file, "date,n_total\n2024-01-01,50\n2024-01-03,51\n");

    assertThatThrownBy(() -> DailyCalls.ofHormuz(file, "n_total"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 2 of the 3 days of " + Strait.HORMUZ.title());
  }

  private static Detection flagging(String... days) {
    List<LocalDate> flagged = List.of(days).stream().map(LocalDate::parse).toList();
    return Detection.of(rule(flagged::contains), RECORD, Optional.of(Episode.RED_SEA));
  }

  private static Rule rule(Predicate<LocalDate> flagged) {
    return known -> flagged.test(day(known)) ? Verdict.FLAGGED : Verdict.USUAL;
  }

  private static LocalDate day(Series known) {
    return LocalDate.ofEpochDay(known.epochDay(known.size() - 1));
  }
}

package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/** On made-up counts: no recorded data has the Cape of Good Hope. */
class DiversionShareTest {

  private static final String CAPE = "transits/cape-of-good-hope/all";
  private static final String SUEZ = "transits/suez/all";
  private static final String BAB = "transits/bab-el-mandeb/all";
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final int CRISIS =
      (int) (LocalDate.of(2024, 1, 1).toEpochDay() - FIRST.toEpochDay());

  private final DiversionShare provider = new DiversionShare();
  private final DiversionShareConfig config =
      new DiversionShareConfig(
          Measure.ALL_CALLS, LocalDate.of(2019, 1, 1), LocalDate.of(2023, 12, 31));

  @Test
  void shouldReadNothingUnusualWhereShipsGoAsEver() {
    Measured reading = (Measured) read(usual(CRISIS + 100), "2024-02-15");

    assertThat(reading.value()).isCloseTo(0, within(1e-9));
    assertThat(reading.facts()).containsEntry("usual-share", "20.0 %");
    assertThat(reading.caveat()).isEmpty();
  }

  /** From 40 of 200 to 90 of 150: 40 points more. */
  @Test
  void shouldTellADetourInPercentagePoints() {
    Measured reading = (Measured) read(diverted(CRISIS + 60), "2024-02-15");

    assertThat(reading.value()).isCloseTo(40, within(1e-9));
    assertThat(reading.facts()).containsEntry("share", "60.0 %");
  }

  @Test
  void shouldNotLearnTheDetour() {
    Measured soon = (Measured) read(diverted(CRISIS + 600), "2024-02-15");
    Measured late = (Measured) read(diverted(CRISIS + 600), "2025-06-15");

    assertThat(late.value()).isCloseTo(soon.value(), within(1e-9));
  }

  @Test
  void shouldRestOnWhatWasKnownThen() {
    List<Observation> all = diverted(CRISIS + 600);
    Instant asOf = Recorded.day("2021-06-01");
    List<Observation> upToThen =
        all.stream().filter(o -> !o.knownAt().orElseThrow().isAfter(asOf)).toList();

    Measured reading = (Measured) new History().add(all).read(provider, config, asOf);

    assertThat(new History().add(upToThen).read(provider, config, asOf)).isEqualTo(reading);
    assertThat(reading.caveat())
        .hasValue("the usual years are not over: 870 days of them are known");
  }

  @Test
  void shouldWaitForAYearOfUsualDays() {
    assertThat(read(usual(370), "2019-12-01"))
        .isEqualTo(
            new NoData(
                "322 days from 2019-01-01 to 2023-12-31 have a share; 365 are needed to know what"
                    + " is usual"));
  }

  @ParameterizedTest
  @ValueSource(strings = {CAPE, SUEZ, BAB})
  void shouldNotReadWithoutAnyOneOfItsSeries(String series) {
    List<Observation> rest =
        diverted(CRISIS + 60).stream().filter(o -> !o.series().equals(series)).toList();

    assertThat(read(rest, "2024-02-15"))
        .isEqualTo(new NoData("no point of '%s' is known".formatted(series)));
  }

  @ParameterizedTest
  @ValueSource(strings = {CAPE, SUEZ, BAB})
  void shouldAgeWithTheOldestOfItsSeries(String series) {
    Instant last = Recorded.day("2024-01-20");
    List<Observation> less =
        diverted(CRISIS + 60).stream()
            .filter(o -> !o.series().equals(series) || !o.observedAt().isAfter(last))
            .toList();

    Measured reading = (Measured) read(less, "2024-02-15");

    assertThat(reading.observedAt()).isEqualTo(last);
    assertThat(reading.value()).isCloseTo(40, within(1e-9));
  }

  /** A share has no unit: counts of another method are read against their own past. */
  @Test
  void shouldReadTheSameInAVintageThatCountsMore() {
    List<Observation> more =
        diverted(CRISIS + 60).stream()
            .map(
                o ->
                    Observation.point(o.series(), o.observedAt(), 1.3 * o.value())
                        .knownAt(o.knownAt().orElseThrow(), KnownBasis.ASSUMED))
            .toList();

    assertThat(((Measured) read(more, "2024-02-15")).value()).isCloseTo(40, within(1e-9));
  }

  @Test
  void shouldNeedAYearBetweenItsDates() {
    DiversionShareConfig shortYears =
        new DiversionShareConfig(
            Measure.ALL_CALLS, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30));

    assertThat(provider.validate(config)).isEmpty();
    assertThat(provider.validate(shortYears))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("until"))
        .satisfies(problem -> assertThat(problem.message()).contains("less than 365 days"));
  }

  private Reading read(List<Observation> transits, String day) {
    return new History().add(transits).read(provider, config, Recorded.day(day));
  }

  private static List<Observation> usual(int days) {
    return transits(days, day -> 40, day -> 80, day -> 80);
  }

  private static List<Observation> diverted(int days) {
    return transits(
        days,
        day -> day < CRISIS ? 40 : 90,
        day -> day < CRISIS ? 80 : 32,
        day -> day < CRISIS ? 80 : 28);
  }

  private static List<Observation> transits(
      int days, IntToDoubleFunction cape, IntToDoubleFunction suez, IntToDoubleFunction bab) {
    List<Observation> points = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      Instant at = Recorded.day(FIRST.plusDays(day).toString());
      Instant known = at.plus(RecordedTransits.LAG);
      points.add(
          Observation.point(CAPE, at, cape.applyAsDouble(day)).knownAt(known, KnownBasis.ASSUMED));
      points.add(
          Observation.point(SUEZ, at, suez.applyAsDouble(day)).knownAt(known, KnownBasis.ASSUMED));
      points.add(
          Observation.point(BAB, at, bab.applyAsDouble(day)).knownAt(known, KnownBasis.ASSUMED));
    }
    return points;
  }
}

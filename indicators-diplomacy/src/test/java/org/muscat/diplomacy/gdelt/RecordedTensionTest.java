package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.Risk;

class RecordedTensionTest {

  private static final TensionSumsProvider PROVIDER = new TensionSumsProvider();
  private static final TensionSumsConfig CONFIG =
      new TensionSumsConfig(List.of("USA", "IRN"), Duration.ofDays(7));

  @Test
  void shouldStandAtItsHighestAfterTheDeathOfSoleimani() {
    Measured reading = (Measured) read("2020-01-09");

    assertThat(reading.value()).isEqualTo(4);
    assertThat(reading.facts()).containsKey("frozen-since");
  }

  @Test
  void shouldHoldTheLastDayForAFortnightAfterTheRecordEndsAndThenRefuse() {
    assertThat(read("2024-03-08")).isInstanceOf(Measured.class);
    assertThat(read("2024-03-09"))
        .isEqualTo(
            new NoData(
                "the last day of dyads/usa-irn/goldstein-sum is 2024-02-23T00:00:00Z, older than a"
                    + " fortnight"));
  }

  @Test
  void shouldRefuseBeforeTheBaselineIsOldEnough() {
    assertThat(read("2018-06-01")).isInstanceOf(NoData.class);
    assertThat(read("2018-08-01")).isInstanceOf(Measured.class);
  }

  @Test
  void shouldDeclareTheSpreadOfItsRiskIn2018And2019() {
    History history = history();
    List<Double> readings = new ArrayList<>();
    for (Instant day = Recorded.day("2018-01-01");
        day.isBefore(Recorded.day("2020-01-01"));
        day = day.plus(Duration.ofDays(1))) {
      if (history.read(PROVIDER, CONFIG, day) instanceof Measured reading) {
        readings.add(reading.value());
      }
    }

    assertThat(readings).hasSizeGreaterThan(500);
    assertThat(PROVIDER.descriptor().uncertainty().sigmaClim())
        .isCloseTo(
            Risk.spread(
                PROVIDER.descriptor().scale(),
                readings.stream().mapToDouble(Double::doubleValue).toArray()),
            within(.05));
  }

  private static Reading read(String day) {
    return history().read(PROVIDER, CONFIG, Recorded.day(day));
  }

  private static History history() {
    return new History()
        .add(
            Recorded.column(
                "gdelt/dyad-goldstein-daily.csv",
                "date",
                "USA_IRN",
                "dyads/usa-irn/goldstein-sum",
                Recorded.lag(Duration.ofDays(1))));
  }
}

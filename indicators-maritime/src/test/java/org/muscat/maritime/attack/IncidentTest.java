package org.muscat.maritime.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.maritime.attack.Attacks.ASAM;
import static org.muscat.maritime.attack.Attacks.HORMUZ;
import static org.muscat.maritime.attack.Attacks.UKMTO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.geo.Position;
import org.muscat.testkit.Recorded;

class IncidentTest {

  private static final Report BY_ASAM = report(ASAM, "1", "2024-01-01", HORMUZ, 1);

  @Test
  void shouldCountReportsOfTwoReportersWithinADayAndFiftyKilometresOnce() {
    Report sameDay = report(UKMTO, "7", "2024-01-01", Attacks.north(HORMUZ, 49), 2);
    Report nextDay = report(UKMTO, "8", "2024-01-02", HORMUZ, 1);

    assertThat(Incident.join(List.of(BY_ASAM, sameDay))).hasSize(1);
    assertThat(Incident.join(List.of(BY_ASAM, nextDay))).hasSize(1);
  }

  @Test
  void shouldTellApartWhatIsFarOrLater() {
    Report far = report(UKMTO, "7", "2024-01-01", Attacks.north(HORMUZ, 51), 1);
    Report later = report(UKMTO, "8", "2024-01-03", HORMUZ, 1);

    assertThat(Incident.join(List.of(BY_ASAM, far))).hasSize(2);
    assertThat(Incident.join(List.of(BY_ASAM, later))).hasSize(2);
  }

  @Test
  void shouldCountTwoReportsOfOneReporterTwice() {
    Report other = report(ASAM, "2", "2024-01-01", HORMUZ, 1);

    assertThat(Incident.join(List.of(BY_ASAM, other))).hasSize(2);
  }

  @Test
  void shouldTakeTheEarliestTimeAndTheGravestKind() {
    Report graver = report(UKMTO, "7", "2024-01-02", HORMUZ, 2);

    Incident incident = Incident.join(List.of(graver, BY_ASAM)).get(0);

    assertThat(incident.observedAt()).isEqualTo(Recorded.day("2024-01-01"));
    assertThat(incident.weight()).isEqualTo(2);
  }

  @Test
  void shouldJoinTheNearestOfTwo() {
    Report east = report(ASAM, "2", "2024-01-01", Attacks.north(HORMUZ, 40), 1);
    Report nearEast = report(UKMTO, "7", "2024-01-01", Attacks.north(HORMUZ, 35), 1);

    List<Incident> incidents = Incident.join(List.of(BY_ASAM, east, nearEast));

    assertThat(incidents).contains(new Incident(List.of(east, nearEast)));
  }

  @Test
  void shouldNotDependOnTheOrderOfReports() {
    Random random = new Random(1);
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String series = random.nextBoolean() ? ASAM : UKMTO;
      String day = "2024-01-%02d".formatted(1 + random.nextInt(9));
      reports.add(report(series, "k" + i, day, Attacks.north(HORMUZ, random.nextInt(200)), 1));
    }
    List<Incident> expected = Incident.join(reports);

    Collections.shuffle(reports, random);

    assertThat(Incident.join(reports)).isEqualTo(expected);
    assertThat(expected).hasSizeBetween(30, 59);
  }

  private static Report report(
      String series, String key, String day, Position position, double weight) {
    return new Report(series, key, Recorded.day(day), position, weight);
  }
}

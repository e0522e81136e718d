package org.muscat.maritime.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.maritime.attack.Attacks.ASAM;
import static org.muscat.maritime.attack.Attacks.FAR;
import static org.muscat.maritime.attack.Attacks.HORMUZ;
import static org.muscat.maritime.attack.Attacks.PROVIDER;
import static org.muscat.maritime.attack.Attacks.UKMTO;
import static org.muscat.maritime.attack.Attacks.config;
import static org.muscat.maritime.attack.Attacks.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.maritime.geo.Position;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

class AttackIntensityTest {

  private static final double B = Math.log(2) / 10;

  /** What an attack of weight 1 at the strait adds on its day. */
  private static final double ONE = 0.505 * B;

  @Test
  void shouldReadTheBackgroundWhereNothingHappened() {
    Measured quiet = measured("2024-01-05", report(ASAM, "1", "2024-01-01", FAR, 2));

    assertThat(quiet.value()).isCloseTo(0.0043, within(1e-9));
    assertThat(quiet.facts())
        .containsEntry("attacks-in-30-days", "0")
        .containsEntry("branching-ratio", "none");
  }

  @Test
  void shouldWeighAnAttackByItsKind() {
    Measured hit = measured("2024-01-05", report(ASAM, "1", "2024-01-01", HORMUZ, 2));

    assertThat(hit.value()).isCloseTo(0.0043 + 2 * ONE, within(1e-12));
    assertThat(hit.facts())
        .containsEntry("attacks-in-30-days", "1")
        .containsEntry("branching-ratio", "1.010");
  }

  @Test
  void shouldHalveAnAttackInTenDays() {
    Measured later =
        measured(
            "2024-01-15",
            report(ASAM, "1", "2024-01-01", HORMUZ, 1),
            report(ASAM, "2", "2024-01-11", FAR, 1));

    assertThat(later.value()).isCloseTo(0.0043 + ONE / 2, within(1e-9));
  }

  @Test
  void shouldCountAnAttackLessTheFartherAwayItIs() {
    Position at200 = Attacks.north(HORMUZ, 200);

    Measured far = measured("2024-01-05", report(ASAM, "1", "2024-01-01", at200, 1));

    assertThat(far.value()).isCloseTo(0.0043 + ONE * Math.exp(-0.5), within(1e-9));
  }

  /** The store keeps both, since they were observed at different times. */
  @Test
  void shouldCountAReportWhoseDateWasCorrectedOnce() {
    Observation first = report(ASAM, "1", "2024-01-01", HORMUZ, 1);
    Observation corrected = report(ASAM, "1", "2024-01-02", HORMUZ, 2);

    Measured before = measured("2024-01-03", first, corrected);
    Measured after = measured("2024-01-05", first, corrected);

    assertThat(before.value()).isCloseTo(0.0043 + ONE, within(1e-12));
    assertThat(after.value()).isCloseTo(0.0043 + 2 * ONE, within(1e-12));
    assertThat(after.facts()).containsEntry("attacks-in-30-days", "1");
  }

  @Test
  void shouldNotCountOneIncidentTwice() {
    Observation asam = report(ASAM, "1", "2024-01-01", HORMUZ, 1);
    Observation ukmto = report(UKMTO, "9", "2024-01-01", Attacks.north(HORMUZ, 20), 1);

    Measured both = measured(config(ASAM, UKMTO), "2024-01-05", asam, ukmto);

    assertThat(both.value()).isBetween(0.0043 + ONE * 0.99, 0.0043 + ONE);
    assertThat(both.facts()).containsEntry("attacks-in-30-days", "1");
  }

  @Test
  void shouldCountTheAttacksOfThirtyDays() {
    Measured reading =
        measured(
            "2024-03-05",
            report(ASAM, "1", "2024-01-20", HORMUZ, 1),
            report(ASAM, "2", "2024-02-20", HORMUZ, 1),
            report(ASAM, "3", "2024-02-25", HORMUZ, 0.3),
            report(ASAM, "4", "2024-03-01", Attacks.north(HORMUZ, 401), 1),
            report(ASAM, "5", "2024-03-01", HORMUZ, 0));

    assertThat(reading.facts()).containsEntry("attacks-in-30-days", "2");
  }

  /** Nothing tells that it was quiet but reports from elsewhere. */
  @Test
  void shouldNotWearOffWhileItsReporterIsSilent() {
    Observation attack = report(ASAM, "1", "2024-01-01", HORMUZ, 1);

    Measured soon = measured("2024-01-05", attack);
    Measured late = measured("2024-03-05", attack);

    assertThat(late.value()).isEqualTo(soon.value());
    assertThat(late.observedAt()).isEqualTo(Recorded.day("2024-01-01"));
  }

  @Test
  void shouldBeAsOldAsTheReporterThatIsSilentLongest() {
    Measured reading =
        measured(
            config(ASAM, UKMTO),
            "2024-02-20",
            report(ASAM, "1", "2024-01-10", HORMUZ, 1),
            report(UKMTO, "2", "2024-02-15", FAR, 1));

    assertThat(reading.observedAt()).isEqualTo(Recorded.day("2024-01-10"));
    assertThat(reading.value()).isCloseTo(0.0043 + ONE, within(1e-9));
    assertThat(reading.caveat()).isEmpty();
  }

  @Test
  void shouldGoOnWithoutAReporterThatWasSilentForNinetyDays() {
    Measured reading =
        measured(
            config(ASAM, UKMTO),
            "2024-04-20",
            report(ASAM, "1", "2024-01-10", HORMUZ, 1),
            report(UKMTO, "2", "2024-04-15", FAR, 1));

    assertThat(reading.observedAt()).isEqualTo(Recorded.day("2024-04-15"));
    assertThat(reading.value()).isCloseTo(0.0043 + ONE * Math.exp(-B * 96), within(1e-9));
    assertThat(reading.caveat()).hasValue("no report of incidents/asam for 90 days");
  }

  @Test
  void shouldNotReadWhereNobodyReports() {
    assertThat(Attacks.read(config(ASAM, UKMTO), "2024-01-01"))
        .isEqualTo(
            new NoData("incidents/asam, incidents/ukmto gave no report from anywhere for 90 days"));
  }

  @Test
  void shouldSayHowManyReportsHadNoPlace() {
    Observation nowhere =
        Observation.event(ASAM, "2", Recorded.day("2024-01-02"), "attack", 1, Map.of());
    Observation offTheEarth =
        Observation.event(
            ASAM,
            "3",
            Recorded.day("2024-01-02"),
            "attack",
            1,
            Map.of("latitude", "91", "longitude", "0"));

    Measured reading =
        measured("2024-01-05", report(ASAM, "1", "2024-01-01", HORMUZ, 1), nowhere, offTheEarth);

    assertThat(reading.caveat()).hasValue("2 reports without a usable position or weight");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldNotSeeWhatBecameKnownLater(long seed) {
    List<Observation> all = madeUp(seed);
    Instant asOf = Recorded.day("2024-05-15");
    List<Observation> known =
        all.stream().filter(o -> !o.knownAt().orElseThrow().isAfter(asOf)).toList();
    Observation revision =
        report(ASAM, "k3", "2024-05-01", HORMUZ, 2)
            .knownAt(asOf.plusSeconds(1), KnownBasis.PUBLISHED);

    assertThat(known).hasSizeLessThan(all.size());
    assertThat(read(asOf, all, revision)).isEqualTo(read(asOf, known)).isInstanceOf(Measured.class);
  }

  /** A report from the other side of the world is news that nothing happened here. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldNeverBeCalmerWithoutSignsOfLife(long seed) {
    Instant asOf = Recorded.day("2024-07-10");
    List<Observation> all = madeUp(seed);
    List<Observation> withoutFar =
        all.stream()
            .filter(
                o ->
                    o.observedAt().isBefore(Recorded.day("2024-05-20"))
                        || !o.series().equals(UKMTO))
            .toList();
    List<Observation> more = new ArrayList<>(all);
    for (String day : List.of("2024-06-20", "2024-06-28", "2024-07-05")) {
      more.add(report(UKMTO, "far" + day, day, FAR, 1));
    }

    Measured alive = (Measured) read(asOf, onlyQuiet(more));
    Measured silent = (Measured) read(asOf, onlyQuiet(withoutFar));

    assertThat(silent.value()).isGreaterThanOrEqualTo(alive.value());
    assertThat(silent.observedAt()).isBefore(alive.observedAt());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void shouldNeverBeCalmerWithOneMoreAttackOnTheSameDay(long seed) {
    Instant asOf = Recorded.day("2024-07-10");
    List<Observation> all = madeUp(seed);
    Observation newest = all.get(all.size() - 1);
    Observation one = report(newest.series(), "more", "2024-06-29", HORMUZ, 1.5);

    assertThat(((Measured) read(asOf, all, one)).value())
        .isGreaterThan(((Measured) read(asOf, all)).value());
  }

  /** Those that lie far away after the 20th of May, so that nothing near happens any more. */
  private static List<Observation> onlyQuiet(List<Observation> reports) {
    return reports.stream()
        .filter(
            o ->
                o.observedAt().isBefore(Recorded.day("2024-05-20"))
                    || Double.parseDouble(o.attributes().get("latitude")) < 5)
        .toList();
  }

  private static Reading read(Instant asOf, List<Observation> reports, Observation... more) {
    return new History().add(reports).add(more).read(PROVIDER, config(ASAM, UKMTO), asOf);
  }

  /** Four months of reports by two reporters, near and far. */
  private static List<Observation> madeUp(long seed) {
    Random random = new Random(seed);
    List<Observation> reports = new ArrayList<>();
    for (int day = 0; day < 120; day += 1 + random.nextInt(4)) {
      String date = LocalDate.of(2024, 3, 1).plusDays(day).toString();
      Position place =
          random.nextInt(3) == 0 ? FAR : Attacks.north(HORMUZ, random.nextInt(500) - 250);
      double weight = new double[] {0.3, 1, 1.5, 2}[random.nextInt(4)];
      reports.add(report(random.nextBoolean() ? ASAM : UKMTO, "k" + day, date, place, weight));
    }
    reports.add(report(ASAM, "end", "2024-06-29", FAR, 1));
    return reports;
  }

  private static Measured measured(String day, Observation... reports) {
    return measured(config(ASAM), day, reports);
  }

  private static Measured measured(
      AttackIntensityConfig config, String day, Observation... reports) {
    return (Measured) Attacks.read(config, day, reports);
  }
}

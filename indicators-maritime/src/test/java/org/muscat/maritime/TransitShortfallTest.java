package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Scale;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Cadence;
import org.muscat.toolkit.Quantiles;

class TransitShortfallTest {

  private final TransitShortfall provider = new TransitShortfall();

  /** Method, section 4: 100 % of the days 2024-02..2025-06 at a threshold of .7. */
  @Test
  void shouldSeeTheRedSeaCrisisForAsLongAsItLasts() {
    List<TransitRatio> ratios = babElMandeb();

    double[] crisis = RecordedTransits.between(ratios, "2024-02-01", "2025-06-30");

    assertThat(crisis).hasSize(516);
    assertThat(RecordedTransits.shareBelow(0.7, crisis)).isEqualTo(1);
    assertThat(Arrays.stream(crisis).max()).hasValueCloseTo(0.541, within(5e-4));
  }

  /** Method, section 4: .26 a year. The one alarm is the Ever Given in the Suez Canal. */
  @Test
  void shouldRarelyRaiseAFalseAlarmBefore() {
    List<LocalDate> alarms =
        babElMandeb().stream()
            .filter(ratio -> ratio.date().isBefore(LocalDate.of(2023, 12, 1)))
            .filter(ratio -> ratio.q() < 0.7)
            .map(TransitRatio::date)
            .toList();

    assertThat(alarms)
        .containsExactly(
            LocalDate.of(2021, 3, 31), LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 2));
  }

  @Test
  void shouldNotLearnTheRedSeaCrisis() {
    List<Observation> transits = RecordedTransits.allCalls("bab-el-mandeb");

    Measured before = read(transits, "bab-el-mandeb", "2023-12-15");
    Measured now = read(transits, "bab-el-mandeb", "2025-06-30");

    assertThat(before.value()).isGreaterThan(0.9);
    assertThat(before.facts()).doesNotContainKey("frozen-since");
    assertThat(now.value()).isCloseTo(0.41429, within(1e-5));
    assertThat(now.facts())
        .containsEntry("frozen-since", "2023-12-31")
        .containsEntry("gated-baseline", "73.6")
        .containsEntry("accepted-median", "70.0");
    assertThat(now.caveat()).isEmpty();
    assertThat(now.observedAt()).isEqualTo(Recorded.day("2025-06-30"));
  }

  @Test
  void shouldStayQuietWhereNothingHappened() {
    double[] malacca =
        RecordedTransits.between(
            RecordedTransits.ratios(RecordedTransits.allCalls("malacca")),
            "2019-01-01",
            "2025-06-30");

    assertThat(Arrays.stream(malacca).min().orElseThrow()).isGreaterThan(0.8);
  }

  /** PortWatch rewrote its history twice: a ratio inside one vintage hardly moves. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C"})
  void shouldReadOneVintageByItself(String vintage) {
    List<Observation> transits = RecordedTransits.hormuz(vintage, Measure.ALL_CALLS);
    double calls = transits.stream().mapToDouble(Observation::value).average().orElseThrow();

    double[] ratios =
        RecordedTransits.between(RecordedTransits.ratios(transits), "2019-01-01", "2025-06-30");

    assertThat(calls).isBetween(70.0, 95.0);
    assertThat(Quantiles.median(ratios)).isCloseTo(1.05, within(0.03));
    assertThat(Quantiles.quantile(0.05, ratios)).isBetween(0.73, 0.85);
  }

  /** What splicing two vintages would do: a fifth of the traffic gone overnight. */
  @Test
  void shouldReadAShortfallThatNeverWasWhenVintagesAreSpliced() {
    Instant splice = Recorded.day("2025-06-24");
    List<Observation> spliced =
        Stream.concat(
                RecordedTransits.hormuz("B", Measure.ALL_CALLS).stream()
                    .filter(o -> o.observedAt().isBefore(splice)),
                RecordedTransits.hormuz("C", Measure.ALL_CALLS).stream()
                    .filter(o -> !o.observedAt().isBefore(splice)))
            .toList();

    double oneVintage =
        read(RecordedTransits.hormuz("C", Measure.ALL_CALLS), "hormuz", "2025-06-30").value();

    assertThat(read(spliced, "hormuz", "2025-06-30").value()).isLessThan(oneVintage - 0.1);
  }

  @Test
  void shouldReadTankersAndTheirCapacity() {
    for (Measure measure : Measure.values()) {
      History history = new History().add(RecordedTransits.hormuz("B", measure));
      TransitShortfallConfig config = new TransitShortfallConfig("hormuz", measure, Cadence.DAILY);

      Measured reading =
          (Measured) history.read(provider, config, RecordedTransits.whenKnown("2025-06-30"));

      assertThat(reading.value()).isBetween(0.75, 1.0);
    }
  }

  @Test
  void shouldNotSeeWhatBecameKnownLater() {
    List<Observation> all = RecordedTransits.allCalls("bab-el-mandeb");
    Instant asOf = RecordedTransits.whenKnown("2024-01-15");
    List<Observation> upToThen =
        all.stream().filter(o -> !o.knownAt().orElseThrow().isAfter(asOf)).toList();
    Observation revision =
        Observation.point("transits/bab-el-mandeb/all", Recorded.day("2024-01-14"), 500)
            .knownAt(asOf.plusSeconds(1), KnownBasis.PUBLISHED);
    TransitShortfallConfig config = allCalls("bab-el-mandeb");

    assertThat(new History().add(all).add(revision).read(provider, config, asOf))
        .isEqualTo(new History().add(upToThen).read(provider, config, asOf))
        .isInstanceOf(Measured.class);
  }

  /** The ratios of one fold are what readings at the time said, so back-tests may use them. */
  @Test
  void shouldReadAtTheTimeWhatTheFoldSaysLater() {
    List<Observation> all = RecordedTransits.allCalls("bab-el-mandeb");
    History history = new History().add(all);
    List<TransitRatio> ratios = RecordedTransits.ratios(all);

    for (int i = 0; i < ratios.size(); i += 97) {
      TransitRatio ratio = ratios.get(i);
      Instant asOf = ratio.observedAt().plus(RecordedTransits.LAG);
      Measured reading = (Measured) history.read(provider, allCalls("bab-el-mandeb"), asOf);

      assertThat(reading.value()).isEqualTo(ratio.q());
      assertThat(reading.observedAt()).isEqualTo(ratio.observedAt());
    }
  }

  @Test
  void shouldNotReadWithoutTransits() {
    assertThat(
            new History()
                .read(provider, allCalls("hormuz"), RecordedTransits.whenKnown("2025-06-30")))
        .isEqualTo(new NoData("no point of 'transits/hormuz/all' is known"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeclareTheSpreadOfItsRiskInTheCalibrationWindow(Measure measure) {
    TransitShortfallConfig config = new TransitShortfallConfig("hormuz", measure, Cadence.DAILY);
    double[] ratios = calibration(measure).stream().mapToDouble(TransitRatio::q).toArray();

    double spread = Risk.spread(provider.scale(config), ratios);

    assertThat(provider.uncertainty(config).sigmaClim()).isCloseTo(spread, within(0.1));
  }

  @Test
  void shouldDescribeAllCalls() {
    assertThat(provider.descriptor().uncertainty())
        .isEqualTo(provider.uncertainty(allCalls("hormuz")));
  }

  /** So its percentiles there are no anchors, and it is judged as a share of usual like calls. */
  @Test
  void shouldHaveNoQuietYearsToAnchorTankerCapacityIn() {
    List<TransitRatio> ratios = calibration(Measure.TANKER_CAPACITY);
    double[] q = ratios.stream().mapToDouble(TransitRatio::q).toArray();

    assertThat(ratios.get(0).date()).isEqualTo("2020-02-19");
    assertThat(ratios).allSatisfy(ratio -> assertThat(ratio.caveat()).isPresent());
    assertThat(Quantiles.median(q)).isCloseTo(1.543, within(5e-4));
    Scale percentiles = Scale.logistic(Quantiles.quantile(0.9, q), Quantiles.quantile(0.1, q));
    assertThat(Risk.of(percentiles, 1)).isCloseTo(74, within(0.5));
  }

  @Test
  void shouldWearOffAsAWeeklyPublicationDoes() {
    assertThat(provider.descriptor().uncertainty().sigma0()).isEqualTo(5);
    assertThat(provider.descriptor().uncertainty().halfLife()).isEqualTo(Duration.ofDays(7));
    assertThat(provider.descriptor().uncertainty().maxAge()).isEqualTo(Duration.ofDays(28));
    assertThat(provider.descriptor().scale()).isEqualTo(Scale.logistic(0.95, 0.55));
  }

  @Test
  void shouldNameTheSeriesOfItsMeasure() {
    assertThat(
            provider
                .inputs(new TransitShortfallConfig("suez", Measure.TANKER_CAPACITY, Cadence.DAILY))
                .all())
        .singleElement()
        .satisfies(input -> assertThat(input.series()).isEqualTo("capacity/suez/tanker"));
    assertThat(Measure.ALL_CALLS.series("hormuz")).isEqualTo("transits/hormuz/all");
    assertThat(Measure.TANKER_CALLS.series("hormuz")).isEqualTo("transits/hormuz/tanker");
  }

  @Test
  void shouldNameAMalformedStrait() {
    assertThat(provider.validate(allCalls("bab-el-mandeb"))).isEmpty();
    assertThat(provider.validate(allCalls("kerch")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("'kerch' has no recorded"));
    assertThat(provider.validate(allCalls("Bab el-Mandeb")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("strait"))
        .satisfies(problem -> assertThat(problem.message()).contains("Bab el-Mandeb"));
  }

  private static List<TransitRatio> babElMandeb() {
    return RecordedTransits.ratios(RecordedTransits.allCalls("bab-el-mandeb"));
  }

  private Measured read(List<Observation> transits, String strait, String isoDate) {
    return (Measured)
        new History()
            .add(transits)
            .read(provider, allCalls(strait), RecordedTransits.whenKnown(isoDate));
  }

  private static TransitShortfallConfig allCalls(String strait) {
    return new TransitShortfallConfig(strait, Measure.ALL_CALLS, Cadence.DAILY);
  }

  /** The ratios of Hormuz, vintage B, in the first two years of the series. */
  private static List<TransitRatio> calibration(Measure measure) {
    return RecordedTransits.ratios(RecordedTransits.hormuz("B", measure)).stream()
        .filter(ratio -> ratio.date().isBefore(LocalDate.of(2021, 1, 1)))
        .toList();
  }
}

package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;
import org.muscat.toolkit.Cadence;

class SlowDeclineTest {

  private final SlowDecline provider = new SlowDecline();

  @Test
  void shouldHearADeclineOfATenthThatNoRatioSees() {
    Random random = new Random(1);
    double[] counts =
        IntStream.range(0, 1_000)
            .mapToDouble(day -> (day < 900 ? 80 : 72) + 8 * random.nextGaussian())
            .toArray();
    List<Declines.Day> days = Declines.of(Days.daily(counts), config("bab-el-mandeb"));

    List<TransitRatio> ratios = TransitRatios.of(Days.daily(counts), Cadence.DAILY).all();

    assertThat(days.get(days.size() - 101).sum()).isLessThan(15);
    assertThat(days.get(days.size() - 1).sum()).isGreaterThan(15);
    assertThat(ratios.get(ratios.size() - 1).q()).isGreaterThan(0.8);
  }

  /** By hand: a calm sea with a deviation of 1 in the square root, then one day lower by three. */
  @Test
  void shouldAddUpScoresOfSquareRoots() {
    double[] counts = IntStream.range(0, 401).mapToDouble(day -> day % 2 == 0 ? 121 : 81).toArray();
    counts[400] = 49;

    List<Declines.Day> days = Declines.of(Days.daily(counts), config("bab-el-mandeb"));

    Declines.Day before = days.get(days.size() - 2);
    Declines.Day last = days.get(days.size() - 1);
    assertThat(last.sum() - before.sum()).isCloseTo(3 - 0.5, within(0.15));
  }

  @Test
  void shouldAlarmTenDaysAfterMidDecemberInTheRedSea() {
    List<Declines.Day> days =
        RecordedTransits.declines(
            RecordedTransits.allCalls("bab-el-mandeb"), config("bab-el-mandeb"));

    LocalDate alarm = days.get(days.size() - 1).alarmSince();

    assertThat(alarm).isEqualTo("2023-12-25");
  }

  @Test
  void shouldStopAtItsCeilingAndWindDownAfterwards() {
    double[] counts =
        IntStream.range(0, 1_200)
            .mapToDouble(day -> (day < 600 || day >= 900 ? 81 : 36) + (day % 2) * 9)
            .toArray();

    List<Declines.Day> days = Declines.of(Days.daily(counts), config("bab-el-mandeb"));

    assertThat(days.stream().mapToDouble(Declines.Day::sum).max()).hasValue(60);
    assertThat(days.get(days.size() - 1).alarmSince()).isNull();
  }

  @Test
  void shouldReadAtTheTimeWhatTheFoldSaysLater() {
    List<Observation> all = RecordedTransits.allCalls("bab-el-mandeb");
    History history = new History().add(all);
    List<Declines.Day> days = RecordedTransits.declines(all, config("bab-el-mandeb"));

    for (int i = 0; i < days.size(); i += 197) {
      String date = days.get(i).date().toString();
      Measured reading =
          (Measured)
              history.read(provider, config("bab-el-mandeb"), RecordedTransits.whenKnown(date));

      assertThat(reading.value()).isEqualTo(days.get(i).sum());
      assertThat(reading.observedAt()).isEqualTo(Recorded.day(date));
    }
  }

  @Test
  void shouldNotSeeWhatBecameKnownLater() {
    List<Observation> all = RecordedTransits.allCalls("bab-el-mandeb");
    Instant asOf = RecordedTransits.whenKnown("2024-01-15");
    Observation revision =
        Observation.point("transits/bab-el-mandeb/all", Recorded.day("2024-01-14"), 500)
            .knownAt(asOf.plusSeconds(1), KnownBasis.PUBLISHED);
    List<Observation> upToThen =
        all.stream().filter(o -> !o.knownAt().orElseThrow().isAfter(asOf)).toList();

    assertThat(read(asOf, new History().add(all).add(revision)))
        .isEqualTo(read(asOf, new History().add(upToThen)))
        .isInstanceOf(Measured.class);
  }

  @Test
  void shouldNotReadWithoutOrWithFewTransits() {
    assertThat(read(Recorded.day("2024-01-01"), new History()))
        .isEqualTo(new NoData("no point of 'transits/bab-el-mandeb/all' is known"));
    assertThat(
            read(
                RecordedTransits.whenKnown("2019-08-01"),
                new History().add(RecordedTransits.allCalls("bab-el-mandeb"))))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldSayWhereItWasMeasured() {
    Measured reading =
        (Measured)
            read(
                RecordedTransits.whenKnown("2024-06-01"),
                new History().add(RecordedTransits.allCalls("bab-el-mandeb")));

    assertThat(reading.facts())
        .containsEntry("domain", "measured at this strait")
        .containsEntry("alarm-since", "2023-12-25");
  }

  @Test
  void shouldRefuseHormuzAndCapacity() {
    assertThat(provider.validate(config("bab-el-mandeb"))).isEmpty();
    assertThat(provider.validate(config("hormuz")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("strait"))
        .satisfies(problem -> assertThat(problem.message()).contains("outside its domain"));
    assertThat(
            provider.validate(new SlowDeclineConfig("suez", Measure.TANKER_CAPACITY, 0.5, 15, 10)))
        .extracting(problem -> problem.option())
        .containsExactly("measure", "ceiling");
  }

  private Reading read(Instant asOf, History history) {
    return history.read(provider, config("bab-el-mandeb"), asOf);
  }

  static SlowDeclineConfig config(String strait) {
    return new SlowDeclineConfig(strait, Measure.ALL_CALLS, 0.5, 15, 60);
  }
}

package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/** What holds for every indicator that reads coded days through a {@link Horizon}. */
class CodedIndicatorsTest {

  private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
  private static final LocalDate LAST = LocalDate.parse("2020-03-31");
  private static final int RANDOM_EVENTS = 60;

  /** An indicator, how far it looks, and the highest that it can read. */
  record Case(Reader<?> reader, Horizon horizon, double highest) {

    @Override
    public String toString() {
      return reader.provider().descriptor().id();
    }
  }

  static Stream<Case> cases() {
    TheatreConfig gulf = new TheatreConfig("gulf");
    AreasConfig areas = new AreasConfig("gulf", List.of("gulf"));
    TalksOpacityConfig talks = new TalksOpacityConfig("gulf", List.of());
    return Stream.of(
        new Case(new Reader<>(new TalksOpacityProvider(), talks), TalksOpacity.HORIZON, 1),
        new Case(new Reader<>(new AssuranceProvider(), gulf), Assurance.HORIZON, 1),
        new Case(new Reader<>(new UltimatumClockProvider(), gulf), UltimatumClock.HORIZON, 1),
        new Case(new Reader<>(new ForcePostureProvider(), gulf), ForcePosture.HORIZON, 1),
        new Case(new Reader<>(new PostureTensionProvider(), gulf), ForcePosture.HORIZON, 1),
        new Case(
            new Reader<>(new SignallingProvider(), gulf), Signalling.HORIZON, RANDOM_EVENTS * .5),
        new Case(
            new Reader<>(new SignallingTensionProvider(), gulf),
            Signalling.HORIZON,
            RANDOM_EVENTS * .5),
        new Case(
            new Reader<>(new ProtectiveMeasuresProvider(), gulf),
            ProtectiveMeasuresProvider.HORIZON,
            RANDOM_EVENTS),
        new Case(
            new Reader<>(new ProxyTempoProvider(), areas), ProxyTempo.HORIZON, RANDOM_EVENTS * .06),
        new Case(new Reader<>(new DeniabilityProvider(), areas), Deniability.HORIZON, 1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldRefuseWhenNoDayIsCoded(Case tried) {
    assertThat(
            tried.reader().read(random(1).history().without("chronicle/gulf/coded"), "2020-03-31"))
        .isEqualTo(new NoData("no day is coded in chronicle/gulf/coded"));
  }

  /** Files could once claim days ahead; they lie in many a store, in this series. */
  @ParameterizedTest
  @MethodSource("cases")
  void shouldNotBelieveDaysThatWereStoredWhenTheyCouldBeClaimedAhead(Case tried) {
    History claimed = new History();
    for (Observation one : Coded.days("2020-01-01", "2020-12-31").history().observations()) {
      claimed.add(
          Observation.point("chronicle/gulf/coded-day", one.observedAt(), 1)
              .knownAt(one.knownAt().orElseThrow(), KnownBasis.ASSUMED));
    }

    assertThat(tried.reader().read(claimed, "2020-12-31"))
        .isEqualTo(new NoData("no day is coded in chronicle/gulf/coded"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldRefuseWhenTheLastCodedDayIsTooOld(Case tried) {
    History history = random(2).history();
    LocalDate oldest = LAST.plusDays(tried.horizon().maxAge().toDays());

    assertThat(tried.reader().read(history, oldest.toString())).isInstanceOf(Measured.class);
    assertThat(tried.reader().read(history, oldest.plusDays(1).toString()))
        .isInstanceOf(NoData.class);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldBePartialUntilAllItsDaysAreCoded(Case tried) {
    History history = Coded.days(FIRST.toString(), LAST.toString()).history();
    LocalDate whole = FIRST.plusDays(tried.horizon().days());

    assertThat(tried.reader().measured(history, whole.minusDays(1).toString()).caveat())
        .contains(
            (tried.horizon().days() - 1)
                + " of the last "
                + tried.horizon().days()
                + " days are coded");
    assertThat(tried.reader().measured(history, whole.toString()).caveat()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldRefuseUntilHalfOfItsDaysAreCoded(Case tried) {
    History history = Coded.days(FIRST.toString(), LAST.toString()).history();
    int days = tried.horizon().days();
    LocalDate half = FIRST.plusDays((days + 1) / 2);

    assertThat(tried.reader().read(history, half.minusDays(1).toString()))
        .isEqualTo(
            new NoData(
                "%d of the last %d days are coded; at least half of them are needed"
                    .formatted((days + 1) / 2 - 1, days)));
    assertThat(tried.reader().read(history, half.toString())).isInstanceOf(Measured.class);
  }

  /** One coded day after a gap is no history either. */
  @ParameterizedTest
  @MethodSource("cases")
  void shouldRefuseWhenMostOfItsDaysWereLeftOut(Case tried) {
    LocalDate later = LAST.plusDays(tried.horizon().days());
    History history =
        Coded.days(FIRST.toString(), LAST.toString())
            .history()
            .add(Coded.days(later.toString(), later.toString()).history().observations());

    assertThat(tried.reader().read(history, later.plusDays(1).toString()))
        .isInstanceOf(NoData.class);
  }

  /** A clock may still come nearer; nothing wears off. */
  @ParameterizedTest
  @MethodSource("cases")
  void shouldNotWearOffOnDaysThatNobodyCoded(Case tried) {
    boolean goesOn = tried.reader().provider() instanceof UltimatumClockProvider;
    for (int seed = 0; seed < 10; seed++) {
      History history = random(seed).history();
      Measured atTheEnd = tried.reader().measured(history, LAST.plusDays(2).toString());

      Measured later = tried.reader().measured(history, LAST.plusDays(7).toString());

      assertThat(later.observedAt()).isEqualTo(Recorded.day(LAST.toString()));
      assertThat(later.value()).isGreaterThanOrEqualTo(atTheEnd.value());
      if (!goesOn) {
        assertThat(later).isEqualTo(atTheEnd);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldStayInItsBounds(Case tried) {
    for (int seed = 0; seed < 10; seed++) {
      History history = random(seed).history();
      for (String day : List.of("2019-06-01", "2019-12-31", "2020-03-30")) {
        assertThat(tried.reader().measured(history, day).value()).isBetween(0.0, tried.highest());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldGiveTheSameReadingsWhateverIsKnownLater(Case tried) throws Exception {
    History whole = Bundled.history().add(random(7).history().observations());
    for (Instant day = Recorded.day("2018-11-05");
        day.isBefore(Recorded.day("2025-07-05"));
        day = day.plus(Duration.ofDays(67))) {
      Instant asOf = day;
      List<Observation> known =
          whole.observations().stream()
              .filter(o -> o.knownAt().filter(at -> !at.isAfter(asOf)).isPresent())
              .toList();

      Reading reading = tried.reader().read(whole, day.toString().substring(0, 10));

      assertThat(reading)
          .isInstanceOf(Measured.class)
          .isEqualTo(
              tried.reader().read(new History().add(known), day.toString().substring(0, 10)));
    }
  }

  /** Events of all types, with ends, arrivals and deadlines, over the coded days. */
  private static Coded random(int seed) {
    Random random = new Random(seed);
    Coded coded = Coded.days(FIRST.toString(), LAST.toString());
    EventType[] types = EventType.values();
    int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay());
    for (int i = 0; i < RANDOM_EVENTS; i++) {
      LocalDate date = FIRST.plusDays(random.nextInt(days));
      LocalDate later =
          date.plusDays(random.nextInt((int) (LAST.toEpochDay() - date.toEpochDay())));
      EventType type = types[random.nextInt(types.length)];
      String until = "until: " + later;
      if (type == EventType.ULTIMATUM) {
        coded.event(date.toString(), type.word(), "until: " + later.plusDays(20));
      } else if (type == EventType.DEPLOYMENT) {
        coded.event(
            date.toString(),
            type.word(),
            "assets: [carrier-group]",
            "arrived: " + later,
            random.nextBoolean() ? "note: stays" : until);
      } else if (type.hasLevel()) {
        coded.strike(date.toString(), type.word(), type.levels().get(0));
      } else {
        coded.event(date.toString(), type.word(), random.nextBoolean() ? "note: short" : until);
      }
    }
    return coded;
  }
}

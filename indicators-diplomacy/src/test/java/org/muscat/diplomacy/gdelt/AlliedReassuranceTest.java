package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

class AlliedReassuranceTest {

  private static final AlliedReassuranceProvider PROVIDER = new AlliedReassuranceProvider();
  private static final Instant START_OF_TODAY = Instant.parse("2022-01-01T00:00:00Z");
  private static final AlliedReassuranceConfig CONFIG =
      new AlliedReassuranceConfig("gulf", "USA", List.of("SAU", "QAT"));

  /** Usually .6, in the last week 7 of 7 and 0 of 7. */
  @Test
  void shouldAverageTheShrunkSharesOfTheAllies() {
    News news = ally(ally(new News().coded(40), "SAU", 1), "QAT", 0);

    Measured reading = measured(news);

    double saudi = (7 + 12) / 27.0;
    double qatar = 12 / 27.0;
    assertThat(reading.value()).isCloseTo((saudi + qatar) / 2, within(1e-12));
    assertThat(reading.facts()).containsEntry("dispersion", "0.130").containsEntry("refusing", "");
    assertThat(reading.caveat()).isEmpty();
  }

  @Test
  void shouldTakeAwayTheShareOfAlliesThatRefuse() {
    News news = ally(ally(new News().coded(40), "SAU", .6), "QAT", .6);
    double before = measured(news).value();
    news.event("other", 9, "allied-statement", refusal("QAT USA", "refuses"));
    news.event("other", 8, "allied-statement", refusal("QAT USA", "refuses"));
    news.event("other", 7, "allied-statement", refusal("SAU", "supports"));
    news.event("other", 6, "allied-statement", refusal("EGY", "refuses"));

    Measured reading = measured(news);

    assertThat(reading.value()).isCloseTo(before - .5, within(1e-12));
    assertThat(reading.facts()).containsEntry("refusing", "QAT");
  }

  @Test
  void shouldTakeAwayHalfForARefusalThatIsNotVerified() {
    News news = ally(ally(new News().coded(40), "SAU", .6), "QAT", .6);
    double before = measured(news).value();
    Map<String, String> doubtful = new HashMap<>(refusal("QAT", "refuses"));
    doubtful.putAll(Map.of("verified", "false", "confidence", "C"));
    news.event("other", 9, "allied-statement", doubtful);

    assertThat(measured(news).value()).isCloseTo(before - .25, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"27,0.1", "28,0.6"})
  void shouldForgetARefusalAfterFourWeeks(int daysAgo, double value) {
    News news = ally(ally(new News().coded(40), "SAU", .6), "QAT", .6);
    news.event("other", daysAgo, "allied-statement", refusal("QAT", "refuses"));

    assertThat(measured(news).value()).isCloseTo(value, within(1e-9));
  }

  @Test
  void shouldSayThatTheAlliesDiffer() {
    News news = new News().coded(40);
    ally(news, "QAT", 0);
    news.daily("dyads/usa-sau/first-events", 740, ago -> ago <= 7 ? 100 : 1);
    news.daily("dyads/usa-sau/first-cooperation", 740, ago -> ago <= 7 ? 100 : .6);

    assertThat(measured(news).caveat()).contains("the allies differ, dispersion 0.27");
  }

  @Test
  void shouldSayWhatIsMissing() {
    News few = ally(ally(new News().coded(20), "SAU", 1), "QAT", 0);
    News oneAlly = ally(new News().coded(40), "SAU", 1);

    assertThat(measured(few).caveat()).contains("refusals: 20 of the last 28 days are coded");
    assertThat(measured(oneAlly).caveat()).contains("too little is known of QAT");
    assertThat(read(new News().coded(40))).isInstanceOf(NoData.class);
  }

  @Test
  void shouldNotCalmWhenAnAllyGoesMissingThatCooperatedLittle() {
    News all = ally(new News().coded(40), "SAU", .6);
    all.daily("dyads/usa-qat/first-events", 860, 1);
    all.daily("dyads/usa-qat/first-cooperation", 860, ago -> ago <= 120 ? 0 : .6);
    double before = measured(all).value();

    Measured reading = measured(without("dyads/usa-qat", 6, all));

    assertThat(reading.value()).isCloseTo(before, within(.005)).isLessThan(.6 - .05);
    assertThat(reading.caveat()).contains("too little is known of QAT");
    assertThat(reading.facts()).containsEntry("missing", "QAT");
    assertThat(measured(without("dyads/usa-qat", 93, all)).value()).isLessThan(.6 - .05);
    assertThat(measured(without("dyads/usa-qat", 94, all)).value()).isCloseTo(.6, within(1e-9));
  }

  @Test
  void shouldGiveTheWeightOfAnAllyThatCooperatedMoreToTheOthers() {
    News all = ally(new News().coded(40), "SAU", .6);
    all.daily("dyads/usa-qat/first-events", 860, 1);
    all.daily("dyads/usa-qat/first-cooperation", 860, ago -> ago <= 120 ? 1 : .6);

    assertThat(measured(without("dyads/usa-qat", 6, all)).value()).isCloseTo(.6, within(1e-9));
  }

  /** The same, but nothing was told of the last days in some series. */
  private static News without(String series, int days, News all) {
    News rest = new News();
    Instant until = START_OF_TODAY.minus(Duration.ofDays(days));
    all.observations().stream()
        .filter(one -> !one.series().startsWith(series) || one.observedAt().isBefore(until))
        .forEach(one -> rest.history().add(one));
    return rest;
  }

  @Test
  void shouldNotTakeAnUncodedChronicleForConsent() {
    News uncoded = ally(ally(new News(), "SAU", 1), "QAT", 0);

    assertThat(read(uncoded))
        .isEqualTo(
            new NoData(
                "nobody knows which allies refuse: no day is coded in chronicle/gulf/coded"));
  }

  /** The first and the third lie 27 days before the end of the last coded day, the others 28. */
  @ParameterizedTest
  @CsvSource({"28,1,0.1", "29,1,0.6", "39,12,0.1", "40,12,0.6"})
  void shouldNotForgetARefusalOnDaysThatNobodyCoded(int refused, int uncoded, double value) {
    News news = ally(ally(codedUpTo(uncoded), "SAU", .6), "QAT", .6);
    news.event("other", refused, "allied-statement", refusal("QAT", "refuses"));

    assertThat(measured(news).value()).isCloseTo(value, within(1e-9));
  }

  @Test
  void shouldSayNothingWhenTheChronicleStoppedAFortnightAgo() {
    News news = ally(ally(codedUpTo(13), "SAU", .6), "QAT", .6);

    assertThat(read(news))
        .isEqualTo(
            new NoData(
                "nobody knows which allies refuse: the last coded day is 2021-12-18T00:00:00Z,"
                    + " more than 14 days ago"));
  }

  @Test
  void shouldRefuseInAnOutage() {
    News news = ally(ally(new News().coded(40), "SAU", 1), "QAT", 0);

    assertThat(news.history().read(PROVIDER, CONFIG, News.NOW.plus(Duration.ofDays(4))))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(CONFIG)).isEmpty();
    assertThat(PROVIDER.validate(new AlliedReassuranceConfig("x", "us", List.of("SAU"))))
        .extracting(problem -> problem.option())
        .containsExactly("allies");
  }

  /** A chronicle whose last days are not coded. */
  private static News codedUpTo(int uncoded) {
    News all = new News().coded(60);
    News stopped = new News();
    all.observations().stream()
        .filter(one -> one.observedAt().isBefore(START_OF_TODAY.minus(Duration.ofDays(uncoded))))
        .forEach(one -> stopped.history().add(one));
    return stopped;
  }

  private static Map<String, String> refusal(String actors, String stance) {
    return Map.of("actors", actors, "stance", stance);
  }

  /** An event a day, of which .6 are usually cooperation, and another share in the last week. */
  private static News ally(News news, String ally, double lately) {
    String path = "dyads/usa-" + ally.toLowerCase(Locale.ROOT);
    return news.daily(path + "/first-events", 740, 1)
        .daily(path + "/first-cooperation", 740, ago -> ago <= 7 ? lately : .6);
  }

  private static Reading read(News news) {
    return news.history().read(PROVIDER, CONFIG, News.NOW);
  }

  private static Measured measured(News news) {
    Reading reading = read(news);
    assertThat(reading).isInstanceOf(Measured.class);
    return (Measured) reading;
  }
}

package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

class MediationTest {

  private static final MediationProvider PROVIDER = new MediationProvider();
  private static final MediationConfig CONFIG =
      new MediationConfig("gulf", List.of("USA", "IRN"), List.of("OMN", "QAT"));

  @Test
  void shouldCountAThirdPartyThatTalksWithBothMoreThanUsual() {
    News news = quiet("QAT").coded(20);
    talk(news, "OMN", "USA", ago -> ago <= 14 ? 1 : .1);
    talk(news, "OMN", "IRN", ago -> ago <= 14 ? 1 : .1);

    Measured reading = measured(news);

    assertThat(reading.value()).isEqualTo(1);
    assertThat(reading.facts()).containsEntry("mediators", "OMN");
    assertThat(reading.caveat()).isEmpty();
  }

  @Test
  void shouldNotCountTalkWithOneSideAlone() {
    News news = quiet("QAT").coded(20);
    talk(news, "OMN", "USA", ago -> ago <= 14 ? 9 : .1);
    talk(news, "OMN", "IRN", ago -> ago <= 14 ? 0 : .1);

    assertThat(measured(news).value()).isZero();
  }

  /** Usual are 28 a fortnight; 2 sqrt(28) = 10.6 more are needed, that is 39 instead of 38. */
  @ParameterizedTest
  @CsvSource({"1.35, 0", "1.4, 1"})
  void shouldNotCountTalkThatIsUsual(double now, int mediators) {
    News news = quiet("QAT").coded(20);
    talk(news, "OMN", "USA", ago -> ago <= 14 ? now : 1);
    talk(news, "OMN", "IRN", ago -> ago <= 14 ? now : 1);

    assertThat(measured(news).value()).isEqualTo(mediators);
  }

  @Test
  void shouldCountWhomTheChronicleNamesWhateverGdeltSays() {
    News news = quiet("OMN", "QAT").coded(20);
    news.event("dialogue", 5, "indirect-round", Map.of("mediator", "QAT"));
    news.event("dialogue", 6, "contact", Map.of("mediator", "CHE"));
    news.event("dialogue", 7, "contact", Map.of("mediator", "QAT"));

    assertThat(measured(news).facts()).containsEntry("mediators", "CHE QAT");
  }

  @Test
  void shouldCountAMediatorHalfOfWhomNothingIsVerified() {
    News news = quiet("OMN", "QAT").coded(20);
    news.event("dialogue", 5, "contact", unverified("OMN"));
    news.event("dialogue", 6, "contact", unverified("QAT"));

    assertThat(measured(news).value()).isEqualTo(1);
    assertThat(measured(news).facts()).containsEntry("mediators", "OMN QAT");

    news.event("dialogue", 7, "contact", Map.of("mediator", "QAT"));

    assertThat(measured(news).value()).isEqualTo(1.5);
  }

  private static Map<String, String> unverified(String mediator) {
    return Map.of("mediator", mediator, "verified", "false", "confidence", "C");
  }

  @ParameterizedTest
  @CsvSource({"contact,14,0", "contact,13,1", "denial,3,0", "collapse,3,0", "cancellation,3,0"})
  void shouldCountTalksOfTheLastFortnightOnly(String type, int daysAgo, double mediators) {
    News news = quiet("OMN", "QAT").coded(20);
    news.event("dialogue", daysAgo, type, Map.of("mediator", "OMN"));

    assertThat(measured(news).value()).isEqualTo(mediators);
  }

  @Test
  void shouldSayWhatIsMissing() {
    News unknown = quiet("OMN").coded(20);
    News uncoded = quiet("OMN", "QAT");

    assertThat(measured(unknown).caveat()).contains("GDELT says too little of the talks of QAT");
    assertThat(measured(uncoded).caveat()).contains("no day is coded in chronicle/gulf/coded");
    assertThat(read(new News())).isInstanceOf(NoData.class);
  }

  /** Who was active may be so still; nobody is made active by an outage. */
  @Test
  void shouldKnowNobodyFromGdeltAfterAnOutageOfFiveDays() {
    News news = new News().coded(20);
    talk(news, "OMN", "USA", ago -> ago <= 14 ? 9 : 1);
    talk(news, "OMN", "IRN", ago -> ago <= 14 ? 9 : 1);
    talk(news, "QAT", "USA", ago -> .1);
    talk(news, "QAT", "IRN", ago -> .1);
    assertThat(measured(news).value()).isEqualTo(1);

    News outage = new News().coded(20);
    news.observations().stream()
        .filter(one -> !one.series().startsWith("dyads/"))
        .forEach(one -> outage.history().add(one));
    news.observations().stream()
        .filter(one -> one.series().startsWith("dyads/"))
        .filter(one -> one.observedAt().isBefore(News.NOW.minus(Duration.ofDays(6))))
        .forEach(one -> outage.history().add(one));

    assertThat(measured(outage).value()).isZero();
    assertThat(measured(outage).caveat())
        .contains("GDELT says too little of the talks of OMN, QAT");
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(CONFIG)).isEmpty();
    assertThat(
            PROVIDER.validate(
                new MediationConfig("The Gulf", List.of("USA"), List.of("OMN", "USA"))))
        .extracting(problem -> problem.option())
        .containsExactly("principals", "theatre");
    assertThat(PROVIDER.validate(new MediationConfig("gulf", List.of("Iran"), List.of())))
        .extracting(problem -> problem.option())
        .containsExactly("mediators");
  }

  private static News quiet(String... mediators) {
    News news = new News();
    for (String mediator : mediators) {
      talk(news, mediator, "USA", ago -> .1);
      talk(news, mediator, "IRN", ago -> .1);
    }
    return news;
  }

  private static void talk(News news, String mediator, String principal, IntToDoubleFunction talk) {
    news.daily(new Dyad(principal, mediator).dailySeries("talk"), 750, talk);
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

package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.Batch.Rejection;

class ChronicleLintTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-02");

  private static Coded year() {
    return Coded.days("2020-01-01", "2020-12-31");
  }

  @Test
  void shouldFindNothingWrongWithASoundFile() {
    assertThat(problems(year().event("2020-05-08", "contact"))).isEmpty();
  }

  @Test
  void shouldFindAnIdThatIsTaken() {
    Coded twice =
        year()
            .named("2020-05-08-x", "2020-05-08", "contact")
            .named("2020-05-08-x", "2020-05-08", "denial");

    assertThat(problems(twice))
        .containsExactly("x.yaml:16: event '2020-05-08-x': the id is taken by x.yaml:5");
  }

  @Test
  void shouldFindAnIdWithAnotherDate() {
    assertThat(problems(year().named("2020-05-07-x", "2020-05-08", "contact")))
        .singleElement()
        .asString()
        .contains("the id does not begin with the date 2020-05-08");
  }

  @Test
  void shouldFindAnEventOutsideTheCodedDays() {
    assertThat(problems(year().event("2021-01-01", "contact")))
        .singleElement()
        .asString()
        .contains("the date 2021-01-01 is outside the coded days of the file");
  }

  @Test
  void shouldFindASourceThatIsYoungerThanTheCoding() {
    Coded coded =
        year()
            .event(
                "2020-05-08",
                "contact",
                "sources: [{title: A, publisher: P, date: 2026-01-01, opened: true},"
                    + " {title: B, publisher: Q, date: 2026-01-02, opened: true}]");

    assertThat(problems(coded))
        .singleElement()
        .asString()
        .endsWith("it was coded on 2026-01-01, before its source of 2026-01-02");
  }

  @Test
  void shouldFindAnEventThatWasCodedBeforeItHappened() {
    assertThat(problems(year().event("2020-05-08", "contact", "coded: 2020-05-07")))
        .singleElement()
        .asString()
        .contains("before it happened");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|[]",
        "[{publisher: Reuters, title: A, opened: true}]|[reuters]",
        "[{publisher: Reuters, title: A, opened: true}, {publisher: AP, title: B, opened: false}]"
            + "|[reuters]",
        "[{publisher: Reuters / Dawn, title: A, opened: true},"
            + " {publisher: Reuters, title: A, opened: true}]|[reuters]",
        "[{publisher: The Times, title: A, opened: true},"
            + " {publisher: Times copy / a blog, title: B, opened: true}]|[times]",
        "[{publisher: Dawn, title: A, opened: true, link: 'https://dawn.com/1'},"
            + " {publisher: dawn.com, title: B, opened: true, link: 'https://dawn.com/1'}]|[dawn]",
        "[{publisher: Dawn, title: A, opened: true, link: 'https://www.dawn.com/1'},"
            + " {publisher: News, title: B, opened: true, link: 'http://epaper.dawn.com/2'}]|[dawn]",
        "[{publisher: AP / A, title: A, opened: true, link: 'https://a.com/1'},"
            + " {publisher: AFP / A, title: B, opened: true, link: 'https://a.com/1'}]|[ap]",
        "[{publisher: One, title: A, opened: true, link: 'https://a.com/1'},"
            + " {publisher: Two, title: B, opened: true,"
            + " link: 'https://web.archive.org/web/2019/https://a.com/2'}]|[one]",
        "[{publisher: One, title: A, opened: true, link: 'https://a.com/1'},"
            + " {publisher: Two, title: B, opened: true, link: 'https://b.com/2'},"
            + " {publisher: Two, title: C, opened: true, link: 'https://a.com/3'}]|[one]",
        "[{publisher: Wikipedia, title: A, opened: true},"
            + " {publisher: Wikipedia (copy), title: B, opened: true}]|[wikipedia]",
      })
  void shouldFindAVerifiedEventWithoutTwoIndependentOpenedSources(String sources, String origins) {
    assertThat(problems(year().event("2020-05-08", "contact", "sources: " + sources)))
        .singleElement()
        .asString()
        .contains("its opened sources are by " + origins + ", not by two independent publishers");
    assertThat(
            problems(
                year()
                    .event(
                        "2020-05-08",
                        "contact",
                        "sources: " + sources,
                        "verified: false",
                        "confidence: C")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Reuters / Dawn", "AP / Dawn", "Dawn"})
  void shouldTakeTwoAgenciesInOnePaperForTwo(String other) {
    String sources =
        "sources: [{publisher: AFP / Dawn, title: A, opened: true, link: 'https://dawn.com/1'},"
            + " {publisher: %s, title: B, opened: true, link: 'https://dawn.com/2'}]"
                .formatted(other);

    assertThat(problems(year().event("2020-05-08", "contact", sources))).isEmpty();
  }

  /** The name of one host is the end of the other, but not of its site. */
  @Test
  void shouldTakeTwoSitesForTwo() {
    String sources =
        "sources: [{publisher: A, title: A, opened: true, link: 'https://times.com/1'},"
            + " {publisher: B, title: B, opened: true, link: 'https://irishtimes.com/1'}]";

    assertThat(problems(year().event("2020-05-08", "contact", sources))).isEmpty();
  }

  @Test
  void shouldFindAConfidenceThatDoesNotGoWithTheVerification() {
    assertThat(
            problems(
                year()
                    .event("2020-05-08", "contact", "verified: false", "confidence: A")
                    .event("2020-05-08", "contact", "verified: false", "confidence: B")
                    .event("2020-05-08", "contact", "verified: true", "confidence: C")))
        .satisfiesExactly(
            one -> assertThat(one).contains("its confidence is C, not A"),
            two -> assertThat(two).contains("its confidence is C, not B"),
            three -> assertThat(three).contains("verified with confidence C"));
  }

  @Test
  void shouldFindImpossibleEnds() {
    assertThat(
            problems(
                year()
                    .event("2020-05-08", "exercise", "until: 2020-05-07")
                    .event("2020-05-08", "exercise", "until: 2021-01-01")
                    .event("2020-05-08", "ultimatum", "until: 2021-01-01")
                    .strike("2020-05-08", "sustained-strikes", "1", "until: 2020-05-09")
                    .strike("2020-05-08", "sustained-strikes", "1", "until: 2020-05-10")
                    .event("2020-05-12", "ceasefire", "actors: [USA]")))
        .satisfiesExactly(
            one -> assertThat(one).contains("until 2020-05-07 is before the date"),
            two -> assertThat(two).contains("until 2021-01-01 is after the last coded day"),
            three -> assertThat(three).contains("until 2020-05-09 are not sustained"),
            four -> assertThat(four).contains("a ceasefire needs both sides"));
  }

  @Test
  void shouldFindImpossibleArrivals() {
    assertThat(
            problems(
                year()
                    .event("2020-05-08", "deployment", "arrived: 2020-05-07")
                    .event("2020-05-08", "deployment", "arrived: 2020-05-08")
                    .event("2020-05-08", "deployment", "arrived: 2020-06-02", "until: 2020-06-01")
                    .event("2020-05-08", "deployment", "arrived: 2020-06-01", "until: 2020-06-01")
                    .event("2020-05-08", "deployment", "arrived: 2026-01-02")))
        .satisfiesExactly(
            one -> assertThat(one).contains("arrived 2020-05-07 is before the date 2020-05-08"),
            two -> assertThat(two).contains("arrived 2020-06-02 is after until 2020-06-01"),
            three -> assertThat(three).contains("it was coded on 2026-01-01, before it arrived"));
  }

  @Test
  void shouldFindDaysThatTwoFilesCover() {
    CodedFile first = year().file();
    CodedFile second = Coded.days("2020-12-31", "2021-12-31").file();

    assertThat(ChronicleLint.problems("gulf", List.of(second, first), TODAY))
        .extracting(Rejection::reason)
        .containsExactly("codedFrom 2020-12-31: another file covers that day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-12-31", "2020-12-30", "2020-05-09"})
  void shouldFindCodedDaysThatAreNotOver(String today) {
    assertThat(problems(year(), LocalDate.parse(today)))
        .containsExactly(
            "x.yaml: codedThrough 2020-12-31 is not over, it is only %s; write the last day that"
                    .formatted(today)
                + " you coded, at the latest "
                + LocalDate.parse(today).minusDays(1));
  }

  @Test
  void shouldTakeADayForCodedWhenItIsOver() {
    assertThat(problems(year(), LocalDate.parse("2021-01-01"))).isEmpty();
  }

  @Test
  void shouldFindABackwardSpanAndAnotherTheatre() {
    CodedFile file = Coded.days("2020-01-02", "2020-01-01").file();

    assertThat(ChronicleLint.problems("baltic", List.of(file), TODAY))
        .extracting(Rejection::reason)
        .containsExactly(
            "theatre 'gulf' is not 'baltic'", "codedThrough 2020-01-01 is before codedFrom");
  }

  private static List<String> problems(Coded coded) {
    return problems(coded, TODAY);
  }

  private static List<String> problems(Coded coded, LocalDate today) {
    return ChronicleLint.problems("gulf", List.of(coded.file()), today).stream()
        .map(Rejection::toString)
        .toList();
  }
}

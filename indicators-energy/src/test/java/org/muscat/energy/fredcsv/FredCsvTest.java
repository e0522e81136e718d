package org.muscat.energy.fredcsv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Fetches;
import org.muscat.spi.Batch;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;

class FredCsvTest {

  private static final String BRENT = "oil/brent-spot";

  private final FeedTestKit<FredCsvConfig> kit =
      FeedTestKit.of(new FredCsvProvider())
          .config("series: [DCOILBRENTEU=oil/brent-spot@P5BD]")
          .now("2025-07-01T12:00:00Z");

  @BeforeEach
  void publish() {
    answer("2025-06-18,76.90", "2025-06-19,.", "2025-06-20,77.27", "2025-06-30,68.15");
  }

  @AfterEach
  void close() {
    kit.close();
  }

  private void answer(String... rows) {
    csv("observation_date,DCOILBRENTEU", rows);
  }

  private void csv(String header, String... rows) {
    String body = header + "\n" + String.join("\n", rows) + "\n";
    kit.answering(StubAnswer.of(200, "application/csv", body.getBytes(UTF_8)));
  }

  @Test
  void shouldAskForOneSeries() throws Exception {
    kit.fetch();

    assertThat(kit.requests()).hasSize(1);
    assertThat(kit.requests().get(0).path()).endsWith("/graph/fredgraph.csv");
    assertThat(kit.requests().get(0).parameters())
        .containsOnlyKeys("id")
        .containsEntry("id", "DCOILBRENTEU");
  }

  @Test
  void shouldTakeNoHolidayForANumber() throws Exception {
    answer("2025-06-18,76.90", "2025-06-19,.", "2025-06-20,", "2025-06-23,71.10");

    assertThat(kit.fetch())
        .hasObservations(2)
        .hasObservation(BRENT, "2025-06-18", 76.90)
        .hasObservation(BRENT, "2025-06-23", 71.10)
        .hasNoRejections()
        .isLast();
  }

  @Test
  void shouldReadTheOlderHeader() throws Exception {
    csv("DATE,DCOILBRENTEU", "2025-06-18,76.90");

    assertThat(kit.fetch()).hasObservation(BRENT, "2025-06-18", 76.90);
  }

  /** Five business days after Wednesday, June 18: Wednesday, June 25, which has to be over. */
  @Test
  void shouldAssumeThatThePastWasKnownAfterTheLag() throws Exception {
    Observation old = Fetches.on("2025-06-18", BRENT, kit.fetch().observations());

    assertThat(old.knownAt()).hasValue(Instant.parse("2025-06-26T00:00:00Z"));
    assertThat(old.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
  }

  @Test
  void shouldNotAssumeAMomentThatIsStillToCome() throws Exception {
    Observation young = Fetches.on("2025-06-30", BRENT, kit.fetch().observations());

    assertThat(young.knownAt()).isEmpty();
    assertThat(young.knownBasis()).isEqualTo(KnownBasis.FETCHED);
  }

  @Test
  void shouldKnowWhatComesLaterFromTheFetchOn() throws Exception {
    kit.fetch();
    answer("2025-06-18,76.91", "2025-06-30,68.15", "2025-07-01,67.00");

    Batch batch = kit.fetch();

    assertThat(batch).hasObservation(BRENT, "2025-06-18", 76.91);
    assertThat(batch.observations())
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.knownBasis()).isEqualTo(KnownBasis.FETCHED))
        .allSatisfy(one -> assertThat(one.knownAt()).isEmpty());
  }

  @Test
  void shouldAskAgainForTheLastMonths() throws Exception {
    answer("2025-01-02,75.00", "2025-03-03,71.00", "2025-06-30,68.15");
    kit.fetch();

    Batch again = kit.fetch();

    assertThat(kit.requests().get(1).parameter("cosd")).hasValue("2025-03-02");
    assertThat(again).hasObservations(2);
  }

  @Test
  void shouldKeepANegativePrice() throws Exception {
    answer("2020-04-17,18.31", "2020-04-20,-36.98", "2020-04-21,8.91");

    assertThat(kit.fetch()).hasObservation(BRENT, "2020-04-20", -36.98).hasNoRejections();
  }

  @Test
  void shouldKeepAPriceOfTenTimesTheUsual() throws Exception {
    answer("2021-02-11,5.98", "2021-02-12,5.97", "2021-02-17,59.7");

    assertThat(kit.fetch()).hasObservation(BRENT, "2021-02-17", 59.7).hasNoRejections();
  }

  @Test
  void shouldKeepALastRowThatIsRepeatedUnderANewDate() throws Exception {
    answer("2025-06-26,67.73", "2025-06-27,67.73", "2025-06-30,67.73");

    assertThat(kit.fetch()).hasObservations(3).hasNoRejections();
  }

  @Test
  void shouldRejectASecondValueOfADay() throws Exception {
    answer("2025-06-26,67.73", "2025-06-27,68.00", "2025-06-27,69.00", "2025-06-27,68.00");

    assertThat(kit.fetch())
        .hasObservations(2)
        .hasObservation(BRENT, "2025-06-27", 68.00)
        .hasRejection(":4: DCOILBRENTEU of 2025-06-27 is 69.00, and 68.0 in line 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-06-27,n.a. | DCOILBRENTEU is 'n.a.', not a number",
        "2025-07-02,70.00 | the date is 2025-07-02, not between 1900-01-01 and 2025-07-01",
        "27.06.2025,70.00 | the date is '27.06.2025'",
        "2025-06-27 | the row has only 1 cells"
      })
  void shouldRejectARowThatCannotBeRead(String row, String reason) throws Exception {
    answer("2025-06-26,67.73", row);

    assertThat(kit.fetch()).hasObservations(1).hasRejection(reason);
  }

  @ParameterizedTest
  @CsvSource({"text/html", "text/csv", "application/json"})
  void shouldNotTakeAWebPageForData(String mediaType) {
    kit.answering(
        StubAnswer.of(
            200, mediaType, "\n<!DOCTYPE html><html>Access Denied</html>".getBytes(UTF_8)));

    assertThat(Fetches.failing(kit, Reason.BAD_DATA))
        .hasMessageContaining("a web page in place of a table")
        .hasMessageContaining("Access Denied");
  }

  @Test
  void shouldSeeThatTheHeaderHasChanged() {
    csv("day,price", "2025-06-18,76.90");

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("no header with observation_date and DCOILBRENTEU")
        .hasMessageContaining("day,price");
  }

  @Test
  void shouldNotTakeAnEmptyHistoryForSuccess() {
    answer();

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("tells no value of DCOILBRENTEU, where there must be some");
  }

  @Test
  void shouldNotTakeAnEmptyOverlapForSuccess() throws Exception {
    kit.fetch();
    answer("2025-06-30,.");

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("no value of DCOILBRENTEU from 2025-03-02 on");
  }

  @Test
  void shouldSeeThatTheNewestDaysAreCutOff() throws Exception {
    kit.fetch();
    answer("2025-06-18,76.90", "2025-06-20,77.27");

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("up to 2025-06-20, and went up to 2025-06-30 before");
  }

  @Test
  void shouldSayWhenFredWantsToBeAskedAgain() {
    kit.answering(StubAnswer.status(429, "Retry-After: 120"));

    FeedException failure = Fetches.failing(kit, Reason.RATE_LIMITED);

    assertThat(failure.retryAfter()).isPresent();
  }

  @Test
  void shouldNotTakeHalfAnAnswerForAWholeOne() {
    kit.answering(StubAnswer.truncated("observation_date,DCOILBRENTEU\n2025-06-18,76.90\n"));

    Fetches.failing(kit, Reason.UNREACHABLE);
  }

  @Test
  void shouldFetchTheOtherSeriesWhenOneIsGone() throws Exception {
    try (FeedTestKit<FredCsvConfig> two =
        FeedTestKit.of(new FredCsvProvider())
            .config("series: [GONE=test/gone@P1BD, DGS10=rates/us-10y@P1BD]")
            .now("2025-07-01T12:00:00Z")
            .answering(
                request ->
                    request.parameter("id").orElseThrow().equals("GONE")
                        ? StubAnswer.status(404)
                        : StubAnswer.text("observation_date,DGS10\n2025-06-27,4.29\n"))) {

      two.fetch();
      Batch second = two.fetch();

      assertThat(second).hasObservation("rates/us-10y", "2025-06-27", 4.29);
      assertThat(Fetches.failing(two, Reason.SOURCE_CHANGED)).hasMessageContaining("404");
    }
  }

  @Test
  void shouldReportEverythingThatIsWrong() {
    FredCsvConfig config =
        new FredCsvConfig(
            URI.create("https://user:word@example.org"),
            List.of("DGS10", "A=a/b@P0BD", "C=c/d@P1BD", "C=e/f@P1BD"));

    assertThat(new FredCsvProvider().validate(config))
        .extracting(ConfigProblem::message)
        .hasSize(4)
        .anySatisfy(message -> assertThat(message).contains("without a user"))
        .anySatisfy(message -> assertThat(message).contains("'DGS10' is not ID=SERIES@P<n>BD"))
        .anySatisfy(message -> assertThat(message).contains("not from P1BD to P60BD"))
        .anySatisfy(message -> assertThat(message).contains("'C=e/f@P1BD' names an id"));
  }

  @ParameterizedTest
  @CsvSource({"ftp://example.org/a.csv", "file://example.org/a.csv", "//example.org/a.csv"})
  void shouldAskTheWebAlone(URI url) {
    FredCsvConfig config = new FredCsvConfig(url, List.of("C=c/d@P1BD"));

    assertThat(new FredCsvProvider().validate(config))
        .extracting(ConfigProblem::message)
        .singleElement()
        .asString()
        .contains("is not an absolute address of http or https");
  }
}

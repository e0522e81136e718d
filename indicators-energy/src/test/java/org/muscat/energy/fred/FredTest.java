package org.muscat.energy.fred;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.tuple;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Fetches;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

class FredTest {

  private static final String KEY = "abcdef0123456789";

  @TempDir private Path folder;

  private final FeedTestKit<FredConfig> kit =
      FeedTestKit.of(new FredProvider()).now("2025-07-01T12:00:00Z");

  @BeforeEach
  void configure() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    kit.config("{key: '${file:" + key + "}', series: [DGS10=rates/us-10y@P1BD]}");
  }

  @AfterEach
  void close() {
    kit.close();
  }

  private static String row(String published, String day, String value) {
    return "{\"realtime_start\":\"%s\",\"realtime_end\":\"9999-12-31\",\"date\":\"%s\",\"value\":\"%s\"}"
        .formatted(published, day, value);
  }

  private static StubAnswer page(int count, String... rows) {
    return StubAnswer.json(
        """
        {"realtime_start":"1776-07-04","realtime_end":"9999-12-31","units":"lin","output_type":1,
         "file_type":"json","order_by":"observation_date","sort_order":"asc","count":%d,"offset":0,
         "limit":100000,"observations":[%s]}
        """
            .formatted(count, String.join(",", rows)));
  }

  /**
   * Only the last of the windows of publications has anything. FRED refuses those before the first
   * vintage, in the same words as a series that does not exist.
   */
  private void publish(String... rows) {
    kit.answering(request -> isLast(request) ? page(rows.length, rows) : noVintage());
  }

  private static StubAnswer noVintage() {
    return StubAnswer.of(
        400,
        "application/json",
        ("{\"error_code\":400,\"error_message\":\"Bad Request.  The series does not exist in ALFRED"
                + " but may exist in FRED.\"}")
            .getBytes(UTF_8));
  }

  private static boolean isLast(StubRequest request) {
    return request.parameter("realtime_end").orElse("").equals("9999-12-31");
  }

  @Test
  void shouldKnowAValueFromTheEndOfTheDayOfItsPublication() throws Exception {
    publish(row("2025-06-02", "2025-05-30", "4.41"), row("2025-06-27", "2025-06-26", "4.26"));

    Observation one = Fetches.on("2025-06-26", "rates/us-10y", kit.fetch().observations());

    assertThat(one.value()).isEqualTo(4.26);
    assertThat(one.knownAt()).hasValue(Instant.parse("2025-06-28T00:00:00Z"));
    assertThat(one.knownBasis()).isEqualTo(KnownBasis.PUBLISHED);
  }

  @Test
  void shouldTellEveryVersion() throws Exception {
    publish(
        row("2025-06-02", "2025-05-30", "4.41"),
        row("2025-06-27", "2025-06-26", "4.26"),
        row("2025-06-30", "2025-06-26", "4.27"));

    List<Observation> all = kit.fetch().observations();

    assertThat(all)
        .filteredOn(one -> one.observedAt().equals(Instant.parse("2025-06-26T00:00:00Z")))
        .extracting(one -> one.knownAt().orElseThrow(), Observation::value)
        .containsExactly(
            tuple(Instant.parse("2025-06-28T00:00:00Z"), 4.26),
            tuple(Instant.parse("2025-07-01T00:00:00Z"), 4.27));
  }

  /** FRED began to keep vintages at some day; what was published before is told as of that day. */
  @Test
  void shouldAssumeWhenTheDaysBeforeTheFirstVintageWereKnown() throws Exception {
    publish(
        row("2025-06-02", "1962-01-02", "4.06"),
        row("2025-06-02", "2025-05-30", "4.41"),
        row("2025-06-03", "2025-06-02", "4.46"));

    List<Observation> all = kit.fetch().observations();

    Observation old = Fetches.on("1962-01-02", "rates/us-10y", all);
    assertThat(old.knownAt()).hasValue(Instant.parse("1962-01-04T00:00:00Z"));
    assertThat(old.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
    assertThat(Fetches.on("2025-06-02", "rates/us-10y", all).knownBasis())
        .isEqualTo(KnownBasis.PUBLISHED);
  }

  @Test
  void shouldNotTakeTheBeginningOfAWindowForAPublication() throws Exception {
    kit.answering(
        request ->
            switch (request.parameter("realtime_start").orElse("")) {
              case "2015-01-01" -> page(1, row("2016-01-05", "2016-01-04", "2.24"));
              case "2020-01-01" -> page(1, row("2020-01-01", "2016-01-04", "2.24"));
              case "2025-01-01" ->
                  page(
                      2,
                      row("2025-01-01", "2016-01-04", "2.24"),
                      row("2025-01-03", "2025-01-02", "4.57"));
              default -> page(0);
            });

    List<Observation> all = kit.fetch().observations();

    assertThat(all).hasSize(2);
    assertThat(Fetches.on("2016-01-04", "rates/us-10y", all).knownAt())
        .hasValue(Instant.parse("2016-01-06T00:00:00Z"));
  }

  @Test
  void shouldAskForSomeYearsOfPublicationsAtATime() throws Exception {
    publish(row("2025-06-27", "2025-06-26", "4.26"));
    kit.fetch();
    kit.fetch();

    assertThat(kit.requests())
        .extracting(
            request ->
                request.parameter("realtime_start").orElse("")
                    + " "
                    + request.parameter("realtime_end").orElse("")
                    + " "
                    + request.parameter("observation_start").orElse(""))
        .containsExactly(
            "1776-07-04 2009-12-31 ",
            "2010-01-01 2014-12-31 ",
            "2015-01-01 2019-12-31 ",
            "2020-01-01 2024-12-31 ",
            "2025-01-01 9999-12-31 ",
            "2025-02-26 9999-12-31 2025-02-26");
    assertThat(kit.requests().get(0).parameters())
        .containsEntry("series_id", "DGS10")
        .containsEntry("file_type", "json")
        .containsEntry("api_key", KEY);
  }

  @Test
  void shouldTakeNoHolidayForANumber() throws Exception {
    publish(row("2025-06-20", "2025-06-19", "."), row("2025-06-23", "2025-06-20", "4.38"));

    assertThat(kit.fetch())
        .hasObservations(1)
        .hasObservation("rates/us-10y", "2025-06-20", 4.38)
        .hasNoRejections();
  }

  @Test
  void shouldRejectAPublicationBeforeItsDay() throws Exception {
    publish(row("2025-06-23", "2025-06-20", "4.38"), row("2025-06-26", "2025-06-27", "4.29"));

    assertThat(kit.fetch())
        .hasObservations(1)
        .hasRejection("DGS10 of 2025-06-27 was published on 2025-06-26, before that day");
  }

  /** Each window counts its rows from one. */
  @Test
  void shouldNameTheWindowOfARowThatCannotBeRead() throws Exception {
    kit.answering(
        request ->
            isLast(request)
                ? page(1, row("2025-06-23", "2025-06-20", "4.38"))
                : page(2, "{}", row("2012-01-04", "2012-01-03", "high")));

    assertThat(kit.fetch())
        .hasObservations(1)
        .hasRejection("(DGS10), published from 2020-01-01 on:1: the row has no 'date'")
        .hasRejection("(DGS10), published from 2015-01-01 on:2: DGS10 is 'high', not a number");
  }

  @Test
  void shouldSeeThatASeriesIsUnknown() {
    kit.answering(noVintage());

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("does not exist in ALFRED");
    assertThat(kit.requests()).hasSize(5);
  }

  @Test
  void shouldNotLeaveOutAWindowAfterTheFirstVintage() {
    kit.answering(
        request ->
            switch (request.parameter("realtime_start").orElse("")) {
              case "2010-01-01" -> page(1, row("2012-01-04", "2012-01-03", "1.97"));
              case "2015-01-01" -> noVintage();
              default -> isLast(request) ? page(0) : noVintage();
            });

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("realtime_start=2015-01-01");
  }

  @Test
  void shouldNotTakeAnotherRefusalForAWindowBeforeTheFirstVintage() {
    kit.answering(
        request ->
            isLast(request)
                ? page(1, row("2025-06-23", "2025-06-20", "4.38"))
                : StubAnswer.status(400));

    Fetches.failing(kit, Reason.SOURCE_CHANGED);
    assertThat(kit.requests()).hasSize(1);
  }

  @Test
  void shouldNotTakeATruncatedHistoryForAWholeOne() {
    kit.answering(
        request ->
            request.parameter("offset").orElse("").equals("0")
                ? page(2, row("2025-06-23", "2025-06-20", "4.38"))
                : page(2));

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("has 2 rows and gave 1; the rest is cut off");
  }

  @Test
  void shouldNotShowTheKey() {
    kit.answering(StubAnswer.status(400));

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("api_key=***")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void shouldTellAnErrorUnderStatus200() {
    kit.answering(
        StubAnswer.json(
            "{\"error_code\":400,\"error_message\":\"Bad Request. The value for variable api_key is"
                + " not registered.\"}"));

    Fetches.failing(kit, Reason.UNAUTHORISED);
  }
}

package org.muscat.maritime.portwatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Batch;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.FeedException.Reason;
import org.muscat.testkit.StubAnswer;

/** What the feed says when PortWatch does not answer well; it never takes that for calm. */
class PortWatchFaultsTest {

  private final ArcGis arcGis = new ArcGis().days(Strait.HORMUZ, "2025-05-01", 10);
  private final Fetching fetching = new Fetching(Strait.HORMUZ);

  @AfterEach
  void close() {
    fetching.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, SOURCE_CHANGED",
    "404, SOURCE_CHANGED",
    "429, RATE_LIMITED",
    "498, UNAUTHORISED",
    "499, UNAUTHORISED",
    "500, SOURCE_FAILED",
    "504, SOURCE_FAILED"
  })
  void shouldTellAnErrorUnderStatus200(int code, Reason reason) {
    fetching.server.then(
        StubAnswer.json(
            "{\"error\":{\"code\":" + code + ",\"message\":\"Cannot perform query\"}}"));

    assertThat(fetching.fails(reason)).hasMessageContaining("Cannot perform query");
  }

  @ParameterizedTest
  @CsvSource({"401, UNAUTHORISED", "403, UNAUTHORISED", "429, RATE_LIMITED", "500, SOURCE_FAILED"})
  void shouldTellTheReasonOfAStatus(int status, Reason reason) {
    fetching.server.then(StubAnswer.status(status));

    fetching.fails(reason);
  }

  @Test
  void shouldNotTakeAnEmptyHistoryForSuccess() {
    fetching.server.then(StubAnswer.json("{\"features\":[]}"));

    assertThat(fetching.fails(Reason.SOURCE_CHANGED))
        .hasMessageContaining("chokepoint6")
        .hasMessageContaining("without any rows at all");
  }

  @Test
  void shouldNotTakeAnEmptyOverlapForSuccess() {
    fetching.server.then(StubAnswer.json("{\"features\":[]}"));

    assertThat(fetching.failsAfter("hormuz=2025-05-10", Reason.SOURCE_CHANGED))
        .hasMessageContaining("without any rows from 2025-02-09 on");
  }

  @Test
  void shouldNotTakeHalfAHistoryForAWholeOne() {
    fetching.server.then(
        arcGisPage(), StubAnswer.json("{\"features\":[],\"exceededTransferLimit\":true}"));

    assertThat(fetching.fails(Reason.SOURCE_CHANGED)).hasMessageContaining("behind row 1");
  }

  @Test
  void shouldRejectARowWithAFieldOfAnotherTypeAndKeepTheRest() throws Exception {
    fetching.server.otherwise(
        arcGis
            .spoil(Strait.HORMUZ, 1, "n_tanker", "\"12\"")
            .spoil(Strait.HORMUZ, 3, "n_roro", "{}")
            .spoil(Strait.HORMUZ, 5, "n_total", null)
            .spoil(Strait.HORMUZ, 7, "capacity", "-1")
            .spoil(Strait.HORMUZ, 8, "portid", "\"chokepoint1\""));

    Batch batch = fetching.first();

    assertThat(batch.observations()).hasSize(5 * 9);
    assertThat(batch.rejections())
        .extracting(Batch.Rejection::toString)
        .map(text -> text.substring(text.indexOf(" (")))
        .containsExactly(
            " (chokepoint6):2: n_tanker is '12', not a number from 0 on",
            " (chokepoint6):4: n_roro is {}, not a number from 0 on",
            " (chokepoint6):6: n_total is missing, not a number from 0 on",
            " (chokepoint6):8: capacity is -1, not a number from 0 on",
            " (chokepoint6):9: portid is 'chokepoint1', not 'chokepoint6', which was asked for");
  }

  @Test
  void shouldObserveNothingForAFieldThatIsNull() throws Exception {
    fetching.server.otherwise(arcGis.spoil(Strait.HORMUZ, 2, "n_roro", "null"));

    Batch batch = fetching.first();

    assertThat(batch.observations()).hasSize(10 * 9 - 1);
    assertThat(batch.rejections()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"n_total, n_all", "capacity_tanker, capacity_tankers"})
  void shouldSayThatTheSourceChangedWhenAFieldHasAnotherName(String field, String other) {
    fetching.server.otherwise(arcGis.rename(field, other));

    assertThat(fetching.fails(Reason.SOURCE_CHANGED))
        .hasMessageContaining("none of 10 rows can be read")
        .hasMessageContaining(field + " is missing");
  }

  @ParameterizedTest
  @CsvSource({"'\"01/05/2025\"'", "1714521600001", "'\"2035-01-01\"'", "1.5", "null"})
  void shouldRejectADateThatIsNone(String date) throws Exception {
    fetching.server.otherwise(arcGis.spoil(Strait.HORMUZ, 0, "date", date));

    Batch batch = fetching.first();

    assertThat(batch.rejections()).singleElement().asString().contains(":1: date is ");
    assertThat(batch.observations()).hasSize(9 * 9);
  }

  @Test
  void shouldTakeADayOnce() throws Exception {
    fetching.server.otherwise(arcGis.spoil(Strait.HORMUZ, 4, "date", "\"2025-05-01\""));

    assertThat(fetching.first().rejections())
        .singleElement()
        .asString()
        .endsWith(":5: row 1 is about 2025-05-01 already");
  }

  @Test
  void shouldTellWhatIsNoPage() {
    fetching.server.then(
        StubAnswer.text("Too many requests, slow down."),
        StubAnswer.of(200, "text/html", "<html>".getBytes(UTF_8)),
        StubAnswer.json("{\"features\":[{\"attr"),
        StubAnswer.of(200, "application/json", "{\"a\":\"\u00e9\"}".getBytes(ISO_8859_1)),
        StubAnswer.json("[]"),
        StubAnswer.json("{\"features\":7}"));

    assertThat(fetching.fails(Reason.BAD_DATA)).hasMessageContaining("slow down");
    assertThat(fetching.fails(Reason.BAD_DATA)).hasMessageContaining("text/html");
    assertThat(fetching.fails(Reason.BAD_DATA)).hasMessageContaining("no JSON");
    assertThat(fetching.fails(Reason.BAD_DATA)).hasMessageContaining("at byte 6 (0xe9)");
    fetching.fails(Reason.SOURCE_CHANGED);
    fetching.fails(Reason.SOURCE_CHANGED);
  }

  @Test
  void shouldNotTakeATruncatedPage() {
    fetching.server.otherwise(request -> StubAnswer.truncated("{\"features\":[]}"));

    fetching.fails(Reason.UNREACHABLE);
  }

  @Test
  void shouldEndWhenItIsInterrupted() throws InterruptedException {
    fetching.server.then(StubAnswer.hanging());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(() -> thrown.set(catchThrowable(fetching::first)));
    thread.start();
    await().until(() -> !fetching.server.requests().isEmpty());

    thread.interrupt();

    thread.join(10_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void shouldNotUseTheCursorOfAnotherFeed() {
    assertThat(fetching.failsAfter("0a1b2c", Reason.CONFIGURATION)).hasMessageContaining("0a1b2c");
    assertThat(fetching.failsAfter("hormuz=soon", Reason.CONFIGURATION))
        .hasMessageContaining("id of its own");
  }

  @Test
  void shouldSayWhatIsWrongWithItsOptions() {
    PortWatchConfig wrong =
        new PortWatchConfig(
            URI.create("query"),
            List.of(Strait.SUEZ, Strait.SUEZ),
            Duration.ofHours(36),
            Duration.ofDays(9));
    PortWatchConfig none =
        new PortWatchConfig(
            URI.create("https://x.example/q"), List.of(), Duration.ofDays(90), Duration.ofDays(9));

    assertThat(new PortWatchProvider().validate(wrong))
        .extracting(ConfigProblem::option)
        .containsExactly("straits", "overlap", "url");
    assertThat(new PortWatchProvider().validate(none))
        .extracting(ConfigProblem::option)
        .containsExactly("straits");
  }

  @Test
  void shouldNotAskForSoLittleAgainThatABreakCannotBeSeen() {
    PortWatchConfig little =
        new PortWatchConfig(
            URI.create("https://x.example/q"),
            List.of(Strait.SUEZ),
            Duration.ofDays(89),
            Duration.ofDays(9));

    assertThat(new PortWatchProvider().validate(little))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("PT2136H", "from P90D"));
  }

  /** A page of one row that says that there are more. */
  private static StubAnswer arcGisPage() {
    return StubAnswer.json(
        "{\"features\":[{\"attributes\":{\"date\":\"2025-05-01\",\"n_total\":1,\"n_tanker\":1,"
            + "\"capacity_tanker\":1}}],\"exceededTransferLimit\":true}");
  }
}

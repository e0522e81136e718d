package org.muscat.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpQuery;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

/** What becomes of whole answers. */
class HttpAnswersTest {

  private final Network network = Network.quick();

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void shouldGiveWhatTheServerAnswers() throws Exception {
    network.server.then(
        StubAnswer.of(200, "application/json", "{\"é\":1}".getBytes(UTF_8), "ETag: \"v1\""));

    HttpAnswer answer = network.http.fetch(network.query().parameter("where", "a='b'"));

    assertThat(answer.text()).isEqualTo("{\"é\":1}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-TYPE")).contains("application/json");
    assertThat(answer.validator()).contains("etag:\"v1\"");
    assertThat(answer.isReplayed()).isFalse();
    assertThat(answer.receivedAt())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    StubRequest asked = network.server.requests().get(0);
    assertThat(asked.parameter("where")).contains("a='b'");
    assertThat(asked.header("User-Agent")).contains("muscat/test");
  }

  @Test
  void shouldSayThatNothingChanged() throws Exception {
    network.server.then(
        StubAnswer.of(200, "text/plain", "x".getBytes(UTF_8), "ETag: \"v1\""),
        StubAnswer.notModified());
    String validator = network.fetch().validator().orElseThrow();

    HttpAnswer second = network.http.fetch(network.query().ifChangedSince(validator));

    assertThat(second.isUnchanged()).isTrue();
    assertThat(second.size()).isZero();
    assertThat(network.server.requests().get(1).header("If-None-Match")).contains("\"v1\"");
  }

  @Test
  void shouldNotTakeA304ThatNobodyAskedFor() {
    network.server.then(StubAnswer.notModified());

    network.fails(Reason.SOURCE_CHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, SOURCE_CHANGED",
    "401, UNAUTHORISED",
    "403, UNAUTHORISED",
    "404, SOURCE_CHANGED",
    "410, SOURCE_CHANGED",
    "429, RATE_LIMITED",
    "500, SOURCE_FAILED",
    "501, SOURCE_FAILED"
  })
  void shouldGiveTheReasonOfAStatusWithoutTryingAgain(int status, Reason reason) {
    network.server.then(StubAnswer.status(status));

    FeedException failure = network.fails(reason);

    assertThat(failure)
        .hasMessageContaining("GET " + network.server.uri("/data"))
        .hasMessageContaining("answered " + status)
        .hasMessageContaining("status " + status);
    assertThat(network.server.requests()).hasSize(1);
  }

  @Test
  void shouldTellWhenToComeBackInSeconds() {
    network.server.then(StubAnswer.status(429, "Retry-After: 7"));

    FeedException failure = network.fails(Reason.RATE_LIMITED);

    assertThat(Duration.between(Instant.now(), failure.retryAfter().orElseThrow()))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7));
  }

  @Test
  void shouldTellWhenToComeBackByDate() {
    Instant later = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(later.atZone(ZoneOffset.UTC));
    network.server.then(StubAnswer.status(429, "Retry-After: " + date));

    assertThat(network.fails(Reason.RATE_LIMITED).retryAfter()).contains(later);
  }

  @Test
  void shouldLeaveAHostAloneThatAskedForIt() {
    network.server.then(StubAnswer.status(429, "Retry-After: 3600"));
    network.fails(Reason.RATE_LIMITED);

    FeedException second = network.fails(Reason.RATE_LIMITED);

    assertThat(second).hasMessageContaining("127.0.0.1 wants no request before");
    assertThat(second.retryAfter().orElseThrow()).isAfter(Instant.now().plusSeconds(3_000));
    assertThat(network.server.requests()).hasSize(1);
  }

  @Test
  void shouldGiveARangeOrTheWhole() throws Exception {
    network.server.then(
        StubAnswer.of(206, "text/plain", "tail".getBytes(UTF_8), "Content-Range: bytes 96-99/100"),
        StubAnswer.text("all of it"));

    HttpAnswer part = network.http.fetch(network.query().lastBytes(4));
    HttpAnswer whole = network.http.fetch(network.query().bytes(0, 3));

    assertThat(part.isPartial()).isTrue();
    assertThat(part.text()).isEqualTo("tail");
    assertThat(whole.isPartial()).isFalse();
    assertThat(network.server.requests().get(0).header("Range")).contains("bytes=-4");
    assertThat(network.server.requests().get(0).header("Accept-Encoding")).contains("identity");
  }

  @Test
  void shouldRefuseAPartThatNobodyAskedFor() {
    network.server.then(StubAnswer.status(206));

    network.fails(Reason.SOURCE_CHANGED);
  }

  @Test
  void shouldRefuseAnotherMediaTypeAndQuoteIt() {
    network.server.then(StubAnswer.text("Your query was\ntoo short."));

    FeedException failure =
        network.fails(network.query().accepting("application/json", "text/csv"), Reason.BAD_DATA);

    assertThat(failure)
        .hasMessageContaining("answered text/plain, not application/json or text/csv")
        .hasMessageContaining("Your query was too short.");
  }

  @Test
  void shouldUnpackGzip() throws Exception {
    byte[] body = "0123456789".repeat(1_000).getBytes(UTF_8);
    network.server.then(StubAnswer.gzip("text/plain", body));

    HttpAnswer answer = network.fetch();

    assertThat(answer.bytes()).isEqualTo(body);
    assertThat(network.server.requests().get(0).header("Accept-Encoding")).contains("gzip");
    assertThat(network.http.usage().bytes()).isLessThan(1_000);
  }

  @Test
  void shouldStopUnpackingAGzipBomb() {
    network.server.then(StubAnswer.gzip("text/plain", new byte[20_000_000]));

    assertThat(network.fails(network.query().atMost(1_000_000), Reason.TOO_LARGE))
        .hasMessageContaining("more than 1000000 bytes once they are unpacked");
  }

  @Test
  void shouldRefuseABrokenGzipStream() {
    network.server.then(
        StubAnswer.of(200, "text/plain", "no gzip".getBytes(UTF_8), "Content-Encoding: gzip"));

    network.fails(Reason.BAD_DATA);
  }

  @Test
  void shouldGiveAZipArchiveToBeUnpacked() throws Exception {
    byte[] zip = StubAnswer.zipped("20250614.export.CSV", "1\t2\n".getBytes(UTF_8));
    network.server.then(StubAnswer.of(200, "application/zip", zip));

    assertThat(network.fetch().unzipped(100).text()).isEqualTo("1\t2\n");
  }

  @Test
  void shouldCountWhatAFeedUses() throws Exception {
    network.server.then(StubAnswer.text("12345"), StubAnswer.text("1234567"));
    network.fetch();
    HttpUsage before = network.http.usage();

    network.fetch();

    assertThat(before.requests()).isEqualTo(1);
    HttpUsage used = network.http.usage().since(before);
    assertThat(used.requests()).isEqualTo(1);
    assertThat(used.bytes()).isEqualTo(7);
    assertThat(used.took()).isPositive();
  }

  @Test
  void shouldAskOnlyTheWeb() {
    FeedException failure =
        network.fails(HttpQuery.get(URI.create("ftp://127.0.0.1/data")), Reason.CONFIGURATION);

    assertThat(failure).hasMessageContaining("ftp://127.0.0.1/data");
  }
}

package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.metrics.ProtobufPage;
import org.muscat.server.runtime.Session;

/** What a scraper asks for, and gets. */
class ScrapeTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    Session session = Home.in(folder).open();
    for (String series : Home.SERIES) {
      Home.points(session.store(), series, FROM, 10, 20, 30, 20, 10, 40, 30, 20, 20, 20);
    }
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */*                                                                   | text/plain; version=0.0.4; charset=utf-8
          text/plain                                                            | text/plain; version=0.0.4; charset=utf-8
          text/plain;version=1.0.0;escaping=allow-utf-8                         | text/plain; version=1.0.0; charset=utf-8; escaping=allow-utf-8
          text/plain;version=1.0.0                                              | text/plain; version=1.0.0; charset=utf-8; escaping=underscores
          text/plain;version=2.0.0                                              | text/plain; version=0.0.4; charset=utf-8
          application/openmetrics-text                                          | application/openmetrics-text; version=1.0.0; charset=utf-8
          application/openmetrics-text; version=1.0.0                           | application/openmetrics-text; version=1.0.0; charset=utf-8
          Application/OpenMetrics-Text;version=1.0.0                            | application/openmetrics-text; version=1.0.0; charset=utf-8
          application/openmetrics-text;version=0.0.1,text/plain;version=0.0.4   | text/plain; version=0.0.4; charset=utf-8
          text/plain;q=0.9,application/openmetrics-text;version=1.0.0;q=0.5     | text/plain; version=0.0.4; charset=utf-8
          text/plain;q=0.5,application/openmetrics-text;version=1.0.0;q=0.9     | application/openmetrics-text; version=1.0.0; charset=utf-8
          application/openmetrics-text;version=1.0.0;q=0,text/plain;q=0.1       | text/plain; version=0.0.4; charset=utf-8
          application/vnd.google.protobuf;proto=other.Message                   | text/plain; version=0.0.4; charset=utf-8
          application/json                                                      | text/plain; version=0.0.4; charset=utf-8
          ;;=,q=/                                                               | text/plain; version=0.0.4; charset=utf-8
          """)
  void shouldWriteWhatIsWantedMost(String accept, String type) {
    HttpResponse<String> answer = server.get("/metrics", "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
    assertThat(answer.body()).contains("muscat_stability_ratio{", "muscat_build_info{");
    assertThat(answer.body().endsWith("# EOF\n")).isEqualTo(type.contains("openmetrics"));
  }

  @Test
  void shouldReadAllLinesOfAHeader() {
    HttpResponse<byte[]> answer =
        server.bytes(
            "/metrics",
            "Accept",
            "text/html",
            "Accept",
            "application/openmetrics-text",
            "Accept-Encoding",
            "br",
            "Accept-Encoding",
            "gzip");

    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/openmetrics-text");
    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
  }

  /** What Prometheus 3 sends. */
  @Test
  void shouldUnderstandPrometheus() {
    String accept =
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "application/openmetrics-text;version=0.0.1;q=0.5,"
            + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,"
            + "*/*;q=0.2";

    HttpResponse<byte[]> text = server.bytes("/metrics", "Accept", accept);
    HttpResponse<byte[]> binary = server.bytes("/metrics", "Accept", PROTOBUF + ";q=0.7," + accept);

    assertThat(text.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/openmetrics-text; version=1.0.0");
    assertThat(binary.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/vnd.google.protobuf");
    assertThat(ProtobufPage.families(binary.body()))
        .doesNotHaveDuplicates()
        .contains("muscat_stability_ratio", "muscat_exported_series");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                      | gzip
          gzip, deflate, br         | gzip
          GZIP                      | gzip
          x-gzip                    | gzip
          *                         | gzip
          gzip;q=0.5                | gzip
          gzip;q=0.5,identity;q=0.4 | gzip
          gzip;q=0.4,identity;q=0.5 | identity
          gzip;q=0                  | identity
          gzip;q=0,*                | identity
          br                        | identity
          identity                  | identity
          """)
  void shouldCompressIfThatIsWantedNoLess(String accept, String coding) throws IOException {
    HttpResponse<byte[]> answer = server.bytes("/metrics", "Accept-Encoding", accept);

    boolean gzip = coding.equals("gzip");
    assertThat(answer.headers().firstValue("content-encoding").orElse("identity"))
        .isEqualTo(coding);
    assertThat(answer.headers().firstValue("vary")).contains("Accept, Accept-Encoding");
    String page =
        new String(gzip ? unpacked(answer.body()) : answer.body(), StandardCharsets.UTF_8);
    assertThat(page).contains("muscat_stability_ratio{", "muscat_exported_series ");
    assertThat(page).endsWith("\n");
  }

  @Test
  void shouldSayHowLongThePageIsWhenAskedForItsHeadOnly() {
    HttpResponse<String> head = server.send("HEAD", "/metrics", "Accept-Encoding", "gzip");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(head.headers().firstValueAsLong("content-length").orElseThrow()).isPositive();
  }

  @Test
  void shouldTellOnlyWhatIsNamed() {
    HttpResponse<String> one = server.get("/metrics?name%5B%5D=muscat_stability_ratio");
    HttpResponse<String> two =
        server.get("/metrics?name%5B%5D=muscat_build_info&name%5B%5D=muscat_flag");
    HttpResponse<String> none = server.get("/metrics?name%5B%5D=nothing");

    assertThat(one.body().lines().filter(line -> !line.startsWith("#")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("muscat_stability_ratio{"));
    assertThat(two.body().lines().filter(line -> line.startsWith("# TYPE")))
        .containsExactly("# TYPE muscat_build_info gauge");
    assertThat(none.statusCode()).isEqualTo(200);
    assertThat(none.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0", "-1", "NaN", "", "1d", "1f", "0x1p3", "Infinity", "1_0"})
  void shouldRefuseATimeoutThatIsNone(String timeout) {
    HttpResponse<String> answer =
        server.get("/metrics", "X-Prometheus-Scrape-Timeout-Seconds", timeout);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("X-Prometheus-Scrape-Timeout-Seconds: '" + timeout + "' is not a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "0.9", "1e9", "25.0E-1"})
  void shouldTakeEveryTimeoutThatIsOne(String timeout) {
    HttpResponse<String> answer =
        server.get("/metrics", "X-Prometheus-Scrape-Timeout-Seconds", timeout);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }
}

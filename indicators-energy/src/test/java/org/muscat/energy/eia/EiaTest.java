package org.muscat.energy.eia;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.muscat.contract.MuscatAssertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Fetches;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.spi.config.Secret;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

class EiaTest {

  private static final String BRENT = "oil/brent-spot";
  private static final String KEY = "0123456789abcdef";

  @TempDir private Path folder;

  private final FeedTestKit<EiaConfig> kit =
      FeedTestKit.of(new EiaProvider()).now("2025-07-01T12:00:00Z");

  @BeforeEach
  void configure() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    kit.config(
        "{key: '${file:" + key + "}', series: [petroleum/pri/spt/RBRTE=oil/brent-spot@P5BD]}");
  }

  @AfterEach
  void close() {
    kit.close();
  }

  private static String row(String day, String value) {
    return "{\"period\":\"%s\",\"series\":\"RBRTE\",\"value\":%s,\"units\":\"$/BBL\"}"
        .formatted(day, value);
  }

  private static StubAnswer page(String total, String more, String... rows) {
    return StubAnswer.json(
        """
        {"response":{"total":%s,"dateFormat":"YYYY-MM-DD","frequency":"daily","data":[%s]},
         %s"apiVersion":"2.1.8"}
        """
            .formatted(total, String.join(",", rows), more));
  }

  @Test
  void shouldReadNumbersThatAreTexts() throws Exception {
    kit.answering(
        page(
            "\"3\"",
            "",
            row("2025-06-18", "\"76.90\""),
            row("2025-06-19", "null"),
            row("2025-06-20", "77.27")));

    assertThat(kit.fetch())
        .hasObservations(2)
        .hasObservation(BRENT, "2025-06-18", 76.9)
        .hasObservation(BRENT, "2025-06-20", 77.27)
        .hasNoRejections()
        .isLast();
  }

  @Test
  void shouldAskAsTheApiWants() throws Exception {
    kit.answering(page("1", "", row("2025-06-30", "\"68.15\"")));
    kit.fetch();
    kit.fetch();

    StubRequest again = kit.requests().get(1);
    assertThat(again.path()).endsWith("/v2/petroleum/pri/spt/data/");
    assertThat(again.parameters())
        .containsEntry("api_key", KEY)
        .containsEntry("frequency", "daily")
        .containsEntry("data[0]", "value")
        .containsEntry("facets[series][]", "RBRTE")
        .containsEntry("start", "2025-03-02")
        .containsEntry("sort[0][column]", "period")
        .containsEntry("sort[0][direction]", "asc")
        .containsEntry("offset", "0")
        .containsEntry("length", "5000");
  }

  @Test
  void shouldAssumeWhenThePastWasKnown() throws Exception {
    kit.answering(page("1", "", row("2025-06-18", "\"76.90\"")));

    Observation old = kit.fetch().observations().get(0);

    assertThat(old.knownAt()).hasValue(Instant.parse("2025-06-26T00:00:00Z"));
    assertThat(old.knownBasis()).isEqualTo(KnownBasis.ASSUMED);
  }

  /** The warning stands in every page of a long history; it is no harm while pages go on. */
  @Test
  void shouldReadPageAfterPageOfTheWholeRecordedHistory() throws Exception {
    List<String> rows = recorded();
    kit.answering(request -> cut(rows, Integer.parseInt(request.parameter("offset").orElse("0"))));

    List<Observation> all = kit.fetch().observations();

    assertThat(kit.requests()).hasSize(2);
    assertThat(all).hasSize(9_670);
    assertThat(Fetches.on("2025-06-30", BRENT, all).value()).isEqualTo(68.15);
  }

  private static StubAnswer cut(List<String> rows, int offset) {
    String warning =
        "\"warnings\":[{\"warning\":\"incomplete return\",\"description\":\"5000 rows\"}],";
    return page(
        "\"" + rows.size() + "\"",
        warning,
        rows.subList(offset, Math.min(rows.size(), offset + 5_000)).toArray(String[]::new));
  }

  private static List<String> recorded() throws IOException {
    try (Stream<String> lines = Files.lines(Recorded.data("prices/brent-daily.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.split(","))
          .map(cells -> row(cells[0], "\"" + cells[1] + "\""))
          .toList();
    }
  }

  @Test
  void shouldNotTakeATruncatedHistoryForAWholeOne() {
    String warning = "\"warning\":\"incomplete return\",";
    kit.answering(
        request ->
            request.parameter("offset").orElse("").equals("0")
                ? page("\"9\"", warning, row("2025-06-30", "\"68.15\""))
                : page("\"9\"", warning));

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("has 9 rows and gave 1 (incomplete return); the rest is cut off");
  }

  @Test
  void shouldSeeThatASeriesIsUnknown() {
    kit.answering(page("\"0\"", ""));

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("tells no value of petroleum/pri/spt/RBRTE");
  }

  @Test
  void shouldRejectRowsOfAnotherSeriesOrWithoutValues() throws Exception {
    kit.answering(
        page(
            "3",
            "",
            row("2025-06-30", "\"68.15\""),
            row("2025-06-27", "\"1\"").replace("RBRTE", "RWTC"),
            "{\"period\":\"2025-06-26\",\"series\":\"RBRTE\"}"));

    assertThat(kit.fetch())
        .hasObservations(1)
        .hasRejection(":2: the row is of 'RWTC', not of 'RBRTE'")
        .hasRejection(":3: the row has no 'value'");
  }

  @Test
  void shouldSayThatTheKeyIsWrongWithoutShowingIt() {
    kit.answering(
        StubAnswer.of(
            403,
            "application/json",
            "{\"error\":{\"code\":\"API_KEY_INVALID\",\"message\":\"none\"}}".getBytes(UTF_8)));

    assertThat(Fetches.failing(kit, Reason.UNAUTHORISED))
        .hasMessageContaining("api_key=***")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void shouldTellAnErrorUnderStatus200() {
    kit.answering(StubAnswer.json("{\"error\":\"Invalid data 'x' provided.\",\"code\":400}"));

    assertThat(Fetches.failing(kit, Reason.SOURCE_FAILED)).hasMessageContaining("Invalid data");
  }

  @Test
  void shouldNotPageThroughMoreThanAMillionRows() {
    kit.answering(page("\"1000001\"", "", row("2025-06-30", "\"68.15\"")));

    assertThat(Fetches.failing(kit, Reason.TOO_LARGE))
        .hasMessageContaining("has 1000001 rows; more than 1000000 are not read");
    assertThat(kit.requests()).hasSize(1);
  }

  /** It is negative as an int, and the first page would have been all. */
  @Test
  void shouldReadACountThatIsTooLargeForAnInt() {
    kit.answering(page("\"4294967295\"", "", row("2025-06-30", "\"68.15\"")));

    Fetches.failing(kit, Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "+1", "1.5"})
  void shouldSeeThatTheShapeHasChanged(String total) {
    kit.answering(page("\"" + total + "\"", "", row("2025-06-30", "\"68.15\"")));

    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED)).hasMessageContaining("a count 'total'");
  }

  @Test
  void shouldWantARoute() {
    EiaConfig config =
        new EiaConfig(
            URI.create("https://example.org"),
            Secret.of("${env:KEY}", () -> KEY),
            List.of("RBRTE=oil/brent-spot@P5BD"));

    assertThat(new EiaProvider().validate(config))
        .extracting(ConfigProblem::message)
        .singleElement()
        .asString()
        .contains("'RBRTE' has no route");
  }
}

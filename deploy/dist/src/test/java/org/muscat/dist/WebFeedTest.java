package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubServer;

/** The distribution scores what a web feed observes, and again from a recording. */
class WebFeedTest {

  private static final String MODEL =
      """
      model: sea
      version: 1
      theatres: [{id: hormuz}]
      pillars:
        maritime:
          weight: 1
          indicators: {transit-shortfall: {config: {strait: hormuz}}}
      minimum-live: 1
      """;

  private static final int DAYS = 900;

  private final StubServer server = StubServer.http();
  private final Path folder;

  WebFeedTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("sea.yaml"), MODEL);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldScoreWhatIsFetchedAndWhatIsReplayed() throws IOException, InterruptedException {
    server.then(StubAnswer.json(calm()));
    Path recorded = folder.resolve("recorded");

    MuscatProcess.Ended live = score("live", "record: " + recorded);
    server.close();
    MuscatProcess.Ended replayed = score("replayed", "replay: " + recorded);

    assertThat(live.exitCode()).as(live.err()).isZero();
    assertThat(stability(live)).isGreaterThan(80);
    assertThat(replayed.exitCode()).as(replayed.err()).isZero();
    assertThat(stability(replayed)).isEqualTo(stability(live));
    assertThat(server.requests()).hasSize(1);
  }

  /** 3, no score, comes before 4, a feed failed. */
  @Test
  void shouldHaveNoScoreWhenTheOnlySourceRefuses() throws IOException, InterruptedException {
    server.then(StubAnswer.json("{\"features\":[]}"));

    MuscatProcess.Ended refused = score("refused", "burst: 5");

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err())
        .contains("muscat: feed 'portwatch': SOURCE_CHANGED: ", "without any rows at all")
        .doesNotContain("\tat ");
  }

  private MuscatProcess.Ended score(String data, String http)
      throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve(data + ".yaml"),
            """
            models: [sea.yaml]
            http: {%s}
            feeds:
              - {feed: portwatch, config: {url: "%s", straits: [hormuz]}}
            """
                .formatted(http, server.uri("/query")));
    return MuscatProcess.run(
        folder,
        "score",
        "--model",
        "sea",
        "--theatre",
        "hormuz",
        "--format",
        "json",
        "--fetch",
        "--config",
        config.toString(),
        "--data",
        folder.resolve(data).toString());
  }

  /** A hundred calls on each of the last days, until the day before yesterday. */
  private static String calm() {
    LocalDate newest = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    return IntStream.range(0, DAYS)
        .mapToObj(i -> newest.minusDays(DAYS - 1 - i))
        .map(
            day ->
                "{\"attributes\":{\"date\":\""
                    + day
                    + "\",\"portid\":\"chokepoint6\",\"n_total\":100,\"n_tanker\":50,"
                    + "\"capacity_tanker\":5000000}}")
        .collect(Collectors.joining(",", "{\"features\":[", "]}"));
  }

  private static double stability(MuscatProcess.Ended ended) throws IOException {
    JsonNode index = new ObjectMapper().readTree(ended.out());
    return index.at("/stability/value").asDouble();
  }
}

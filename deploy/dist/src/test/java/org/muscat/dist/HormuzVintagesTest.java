package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three histories of Hormuz that PortWatch published one after the other, fetched in that
 * order: each a vintage of its own, none an alarm.
 */
class HormuzVintagesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of(
          "hormuz_vintage-A_2026-04-27.csv",
          "hormuz_vintage-B_2026-07-06.csv",
          "hormuz_vintage-C_2026-08-20.csv");
  private static final List<Integer> ALL = List.of(1, 12, 12);
  private static final List<Integer> TANKERS = List.of(2, 10, 10);

  private static final String MODEL =
      """
      model: sea
      version: 1
      theatres: [{id: hormuz}]
      pillars:
        maritime:
          weight: 1
          indicators: {transit-shortfall: {config: {strait: hormuz}}}
      status:
        chokepoint-status: {config: {strait: hormuz}}
      minimum-live: 1
      """;

  private final Path folder;

  HormuzVintagesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("sea.yaml"), MODEL);
  }

  @Test
  void shouldFollowThemWithoutAnAlarmOrASplice() throws IOException {
    List<JsonNode> told = new ArrayList<>();
    try (PortWatchServer server = new PortWatchServer(List.of())) {
      for (int i = 0; i < FILES.size(); i++) {
        server.publish(PortWatchServer.recorded(FILES.get(i), ALL.get(i), TANKERS.get(i)));
        told.add(fetched("together", server));
      }
      for (int i = 0; i < FILES.size(); i++) {
        server.publish(PortWatchServer.recorded(FILES.get(i), ALL.get(i), TANKERS.get(i)));

        // As if there had never been another vintage: not a day of one is measured by another.
        assertThat(reading(told.get(i))).isEqualTo(reading(fetched("alone-" + i, server)));
      }
    }

    for (JsonNode index : told) {
      assertThat(index.at("/status").asText()).isEqualTo("scored");
      assertThat(index.at("/statusWords/0/status").asText()).isEqualTo("OPEN");
      assertThat(raised(index)).isEmpty();
      // Another method is another number; it has to be one that the first did not rule out.
      assertThat(stability(index))
          .isBetween(
              told.get(0).at("/stability/lower").doubleValue(),
              told.get(0).at("/stability/upper").doubleValue());
    }
    assertThat(told.stream().map(HormuzVintagesTest::reading).distinct()).hasSize(3);
    for (JsonNode index : told) {
      assertThat(again(index)).isEqualTo(index);
    }
    assertThat(causes(told.get(0), told.get(2)))
        .contains("revision")
        .doesNotContain("data", "coverage", "membership", "method");
  }

  private JsonNode fetched(String data, PortWatchServer server) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"),
            """
            models: [sea.yaml]
            http: {requests-per-second: 1000, burst: 1000}
            feeds:
              - {feed: portwatch, config: {url: "%s", straits: [hormuz]}}
            """
                .formatted(server.url()));
    return json(run(data, config, "score", "--fetch", "--theatre", "hormuz"));
  }

  /** The same moment, asked for when all is known. */
  private JsonNode again(JsonNode index) throws IOException {
    return json(
        run(
            "together",
            folder.resolve("muscat.yaml"),
            "score",
            "--theatre",
            "hormuz",
            "--as-of",
            index.at("/asOf").asText()));
  }

  private List<String> causes(JsonNode from, JsonNode to) throws IOException {
    JsonNode explanation =
        json(
            run(
                "together",
                folder.resolve("muscat.yaml"),
                "explain",
                "--theatre",
                "hormuz",
                "--from",
                from.at("/asOf").asText(),
                "--to",
                to.at("/asOf").asText()));
    return stream(explanation.at("/causes")).map(part -> part.at("/cause").asText()).toList();
  }

  private MuscatProcess.Ended run(String data, Path config, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--model",
            "sea",
            "--format",
            "json",
            "--config",
            config.toString(),
            "--data",
            folder.resolve(data).toString()));
    return WarmMuscat.run(arguments);
  }

  private static JsonNode json(MuscatProcess.Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return JSON.readTree(ended.out());
  }

  private static double reading(JsonNode index) {
    return index.at("/pillars/0/indicators/0/value").doubleValue();
  }

  private static double stability(JsonNode index) {
    return index.at("/stability/value").doubleValue();
  }

  private static List<String> raised(JsonNode index) {
    return stream(index.at("/flags"))
        .filter(flag -> flag.at("/verdict").asText().equals("raised"))
        .map(flag -> flag.at("/flag").asText())
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Four days of GDELT, of which the live feed reads the last and a folder has those before: one past
 * for whoever reads it, with the sources that the default configuration gives to the two feeds.
 */
class GdeltPastTest {

  private static final Instant FIRST = Instant.parse("2025-06-11T00:00:00Z");
  private static final Instant LIVE = Instant.parse("2025-06-14T00:00:00Z");
  private static final Instant END = Instant.parse("2025-06-15T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String POINTS = "dyads/usa-irn/events";

  @TempDir private Path folder;

  @Test
  void shouldReadFilesOfAFolderAndThoseOfTheLiveFeedAsOnePast() throws Exception {
    Path live = GdeltBombs.files(folder.resolve("live"), LIVE, END);
    Path before = GdeltBombs.files(folder.resolve("before"), FIRST, LIVE);
    serve(
        "both",
        live,
        "- {feed: gdelt-files, source: %s, config: {path: %s, dyads: [USA-IRN]}}"
            .formatted(source("gdelt-files"), before));
    read("whole", before);
    read("whole", live);

    assertThat(tension("both")).isEqualTo(tension("whole")).contains(" partial ");
  }

  @Test
  void shouldMendADayOfTheLiveFeedFromAFolder() throws Exception {
    Path live = GdeltBombs.files(folder.resolve("live"), LIVE, END.plusSeconds(1));
    Path whole = GdeltBombs.files(folder.resolve("whole"), LIVE, END.plusSeconds(1));
    for (int hour = 10; hour < 15; hour++) {
      Files.delete(live.resolve("20250614" + hour + "0000.export.CSV"));
    }
    serve("mended", live, "");
    assertThat(days("mended")).isEmpty();

    read("mended", whole, "--set", "mends=true");

    assertThat(days("mended"))
        .singleElement()
        .asString()
        .startsWith(POINTS + "," + source("gdelt") + ",1,")
        .contains("2025-06-14T00:00:00Z");
  }

  /** Runs a server until its feeds have read everything. */
  private void serve(String store, Path files, String folderFeed) throws Exception {
    try (GdeltHost host = new GdeltHost(files)) {
      Path config =
          Files.writeString(
              folder.resolve(store + ".yaml"),
              """
              models: [%s]
              http: {requests-per-second: 1000}
              feeds:
                - feed: gdelt
                  source: %s
                  config: {url: "%s", back-fill: P1D, dyads: [USA-IRN]}
                %s
              """
                  .formatted(models(), source("gdelt"), host.url(), folderFeed));
      int feeds = folderFeed.isEmpty() ? 1 : 2;
      String data = folder.resolve(store).toString();
      try (MuscatProcess muscat =
          MuscatProcess.serve(folder, "--config", config.toString(), "--data", data)) {
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(muscat.get("/api/v1/feeds").body().split("\"lastSuccess\":\"", -1))
                        .hasSize(feeds + 1));
        muscat.stop();
      }
    }
  }

  private void read(String store, Path files, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("import", "--feed", "gdelt-files"));
    command.addAll(List.of("--source", source("gdelt-files"), "--set", "dyads=[USA-IRN]"));
    command.addAll(List.of("--file", files.toString()));
    command.addAll(List.of(more));
    MuscatProcess.Ended ended = muscat(store, command);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains(" 0 rejected");
  }

  /** What the default configuration attributes the observations of a feed to. */
  private static String source(String kind) throws IOException {
    Path file = MuscatProcess.distribution().resolve("conf").resolve("muscat.yaml");
    Map<String, List<Map<String, Object>>> config = new Yaml().load(Files.readString(file));
    return config.get("feeds").stream()
        .filter(feed -> feed.get("feed").equals(kind))
        .map(feed -> String.valueOf(feed.getOrDefault("source", kind)))
        .findFirst()
        .orElseThrow();
  }

  private String tension(String store) throws IOException {
    List<String> command =
        List.of("score", "--model", "gulf", "--theatre", "hormuz", "--as-of", END.toString());
    String score = muscat(store, command).out();
    return score
        .lines()
        .filter(line -> line.strip().startsWith("tension "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(score));
  }

  /** The points of whole days that the store has. */
  private List<String> days(String store) throws IOException {
    return muscat(store, List.of("store", "export", "--series", POINTS))
        .out()
        .lines()
        .filter(line -> line.startsWith(POINTS))
        .toList();
  }

  private static Path models() {
    return MuscatProcess.distribution().resolve("conf").resolve("models");
  }

  private MuscatProcess.Ended muscat(String store, List<String> command) throws IOException {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--data", folder.resolve(store).toString()));
    return WarmMuscat.run(arguments);
  }
}

package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.dist.RecordedStore.Import.DYADS;
import static org.muscat.dist.RecordedStore.Import.PORTWATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of docs/jobs.md that are about jobs of a server and reports: they are run, with
 * other folders, and no feed asks a publisher.
 */
@Tag("gates")
class ServerJobsGuideGateTest {

  private static final Map<String, String> SILENT =
      Map.of("MUSCAT_HTTP_REPLAY", "no-recorded-answers");

  @TempDir private static Path folder;

  @BeforeAll
  static void fill() throws IOException {
    RecordedStore.filled(folder).with(PORTWATCH, DYADS);
  }

  @Test
  void shouldHaveReportCommandsThatWriteWhatItNames() throws IOException {
    Guide reports = Guide.read("jobs.md").section("Reports");
    Path out = folder.resolve("of-reports");
    List<String> commands =
        reports.printed().lines().filter(line -> line.startsWith("muscat report ")).toList();

    assertThat(commands).hasSize(2);
    for (String command : commands) {
      List<String> words =
          new ArrayList<>(List.of(command.replace("/srv/reports", out.toString()).split(" ")));
      words.remove(0);
      words.addAll(List.of("--data", folder.resolve("data").toString()));
      MuscatProcess.Ended ended = WarmMuscat.run(words);
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    Matcher name = Pattern.compile("`(hormuz_\\S+\\.html)`").matcher(reports.text());
    assertThat(name.find()).isTrue();
    assertThat(folder.resolve("data/reports").resolve(name.group(1)))
        .content()
        .contains("<svg")
        .doesNotContain("<script");
    assertThat(out.toFile().list()).containsExactly("hormuz_2024-01-01_2024-03-31T000000Z.html");
  }

  @Test
  void shouldHaveJobsThatAServerRuns() throws Exception {
    Path conf = folder.resolve("conf");
    Tool.run(
        folder,
        "cp",
        "-r",
        MuscatProcess.distribution().resolve("conf").toString(),
        conf.toString());
    Path reports = folder.resolve("of-server");
    Path config = conf.resolve("muscat.yaml");
    Files.writeString(
        config,
        Files.readString(config)
            + yaml("On the server")
            + yaml("Reports").replace("jobs:\n", "").replace("/srv/reports", reports.toString()));
    String data = folder.resolve("data").toString();

    MuscatProcess.Ended checked =
        MuscatProcess.run(folder, SILENT, "config", "check", "--config", config.toString());

    assertThat(checked.exitCode()).as(checked.err()).isZero();
    try (MuscatProcess server =
        MuscatProcess.serve(folder, SILENT, "--config", config.toString(), "--data", data)) {
      assertThat(ran(server, "monthly")).startsWith("2 files of 1 theatres in " + reports);
      assertThat(ran(server, "noon")).matches("feed 'drop': [0-9]+ stored");
      assertThat(ran(server, "sharp")).endsWith(" theatres have a score");
      server.stop();
    }
    assertThat(reports.toFile().list()).hasSize(2);
  }

  /** Lets a job run and gives what came of it. */
  private static String ran(MuscatProcess server, String job) throws Exception {
    String port = String.valueOf(URI.create(server.url()).getPort());
    MuscatProcess.Ended asked =
        MuscatProcess.run(
            folder,
            "jobs",
            "run",
            job,
            "--port",
            port,
            "--data",
            folder.resolve("data").toString());
    assertThat(asked.exitCode()).as(asked.err()).isZero();
    ObjectMapper json = new ObjectMapper();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                json.readTree(server.get("/api/v1/jobs/" + job + "/runs").body())
                    .at("/0/endedAt")
                    .isTextual());
    JsonNode run = json.readTree(server.get("/api/v1/jobs/" + job + "/runs").body()).get(0);
    assertThat(run.get("state").asText()).as("%s", run).isEqualTo("succeeded");
    return run.get("message").asText();
  }

  /** What a section says under {@code jobs} of muscat.yaml. */
  private static String yaml(String section) throws IOException {
    String text = Guide.read("jobs.md").section(section).text();
    int begin = text.indexOf("    jobs:\n");
    assertThat(begin).as(section).isNotNegative();
    return text.substring(begin)
        .lines()
        .takeWhile(line -> line.startsWith("    "))
        .map(line -> line.substring(4) + "\n")
        .collect(Collectors.joining());
  }
}

package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;

/** Jobs of a server as people see them. */
@Timeout(120)
class JobServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private Path textfile;
  private Running server;

  @BeforeEach
  void start() throws IOException {
    textfile = folder.resolve("muscat.prom");
    home =
        Home.in(folder)
            .options(
                """
                jobs:
                  - {id: often, every: PT1S, score: {theatres: [north], textfile: "%s"}}
                  - {id: tidy, prune: {keep: P90D}}
                  - {id: past, backfill: {from: 2024-01-01T00:00:00Z, to: 2024-03-01T00:00:00Z}}
                """
                    .formatted(textfile));
    Session session = home.open();
    Instant from = Instant.now().minus(Duration.ofDays(3));
    for (String series :
        List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
      Home.points(session.store(), series, from, 60, 60, 60);
    }
    server = Running.start(session, Clock.systemUTC()).ready();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode job(int number) {
    return json(server.get("/api/v1/jobs")).get(number);
  }

  private JsonNode runs(String job) {
    return json(server.get("/api/v1/jobs/" + job + "/runs"));
  }

  @Test
  void shouldScoreEachSlotAndTellWhatWasPublished() throws IOException {
    await().atMost(PATIENCE).until(() -> runs("often").size() > 2);

    JsonNode run = runs("often").get(1);
    assertThat(run.get("state").asText()).isEqualTo("succeeded");
    assertThat(run.get("message").asText()).isEqualTo("1 of 1 theatres have a score");
    assertThat(run.get("rows").asInt()).isEqualTo(1);
    assertThat(Files.readString(textfile)).contains("muscat_stability_ratio{");
    assertThat(job(0).get("lastSuccess").isNull()).isFalse();
    JsonNode then =
        json(server.get("/api/v1/theatres/north/index?asOf=" + run.get("slot").asText()));
    assertThat(then.get("asOf").asText()).isEqualTo(run.get("slot").asText());
  }

  @Test
  void shouldPauseResumeAndRunWhenTold() {
    assertThat(json(server.send("POST", "/api/v1/jobs/often/pause")).get("pausedSince").isNull())
        .isFalse();
    await().atMost(PATIENCE).until(() -> job(0).get("open").isEmpty());
    int before = runs("often").size();
    JsonNode asked = json(server.send("POST", "/api/v1/jobs/often/run"));

    assertThat(asked.get("state").asText()).isEqualTo("waiting");
    await()
        .atMost(PATIENCE)
        .until(() -> runs("often").get(0).get("state").asText().equals("succeeded"));
    assertThat(runs("often").get(0).get("asked").asText()).isEqualTo("operator");
    assertThat(runs("often").size()).isEqualTo(before + 1);

    assertThat(json(server.send("POST", "/api/v1/jobs/often/resume")).get("pausedSince").isNull())
        .isTrue();
    await().atMost(PATIENCE).until(() -> runs("often").size() > before + 2);
  }

  @Test
  void shouldRunWhatHasNoScheduleWhenTold() {
    assertThat(job(1).get("next").isNull()).isTrue();

    json(server.send("POST", "/api/v1/jobs/tidy/run"));
    json(server.send("POST", "/api/v1/jobs/past/run"));

    await()
        .atMost(PATIENCE)
        .until(() -> job(1).get("last").path("state").asText().equals("succeeded"));
    await()
        .atMost(PATIENCE)
        .until(() -> job(2).get("last").path("state").asText().equals("succeeded"));
    JsonNode past = job(2).get("last");
    assertThat(past.get("done").asInt()).isEqualTo(2 * 61).isEqualTo(past.get("total").asInt());
  }

  @Test
  void shouldSayThatThereIsNoSuchJob() {
    HttpResponse<String> answer = server.send("POST", "/api/v1/jobs/nobody/run");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("no job 'nobody' is configured");
  }

  @Test
  void shouldTellHowJobsFareAsMetrics() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(server.get("/metrics").body())
                    .contains("muscat_job_up{job_id=\"often\"} 1")
                    .contains("muscat_job_paused{job_id=\"tidy\"} 0")
                    .containsPattern(
                        "muscat_job_runs_total\\{job_id=\"often\",outcome=\"succeeded\"} [1-9]"));
  }

  @Test
  void shouldTakeOtherJobsWhenTheConfigurationChanges() throws IOException {
    home.options("jobs: [{id: other, every: PT1S, prune: {keep: P90D}}]\n").config();

    assertThat(server.send("POST", "/-/reload").statusCode()).isEqualTo(200);

    await().atMost(PATIENCE).until(() -> !runs("other").isEmpty());
    assertThat(server.get("/api/v1/jobs/often/runs").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseAJobAboutATheatreThatIsNotThere() throws IOException {
    home.options("jobs: [{id: a, every: PT1S, score: {theatres: [nort]}}]\n").config();

    HttpResponse<String> answer = server.send("POST", "/-/reload");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("there is no theatre 'nort', did you mean 'north'?");
    await().atMost(PATIENCE).until(() -> !runs("often").isEmpty());
  }
}

package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;
import org.muscat.store.FetchRecord;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.State;
import org.muscat.store.Store;

/** Jobs that fetch a feed whose own fetches are a month apart. */
@Timeout(180)
class FetchJobTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Path file;

  private Home home(String jobs) throws IOException {
    Home home = Home.in(folder);
    file = home.feedEvery("P30D", "test/one,2025-01-01T00:00:00Z,1");
    return home.moreOptions("jobs:\n" + jobs);
  }

  private void line(String line) throws IOException {
    Files.writeString(file, "\n" + line, StandardOpenOption.APPEND);
  }

  private static JsonNode runs(Running server, String job) throws IOException {
    return JSON.readTree(server.get("/api/v1/jobs/" + job + "/runs").body());
  }

  private static JsonNode ended(Running server, String job) throws IOException {
    await().atMost(PATIENCE).until(() -> !runs(server, job).path(0).path("endedAt").isNull());
    return runs(server, job).get(0);
  }

  @Test
  void shouldFetchWhenToldAndTellWhatWasStored() throws IOException {
    Home home = home("  - {id: now, fetch: {feeds: [drop]}}\n");
    Session session = home.open();
    try (Running server = Running.start(session, Clock.systemUTC()).ready()) {
      await()
          .atMost(PATIENCE)
          .until(() -> session.store().fetches().health("drop").lastSuccess().isPresent());
      line("test/one,2025-01-02T00:00:00Z,2");
      line("test/one,2025-01-03T00:00:00Z,3");

      // In another second than the fetch that was made at the start.
      await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
      assertThat(server.send("POST", "/api/v1/jobs/now/run").statusCode()).isEqualTo(200);

      JsonNode run = ended(server, "now");
      assertThat(run.get("state").asText()).as("%s", run).isEqualTo("succeeded");
      assertThat(run.get("message").asText()).isEqualTo("feed 'drop': 2 stored");
      assertThat(run.get("rows").asInt()).isEqualTo(2);
      assertThat(session.store().fetches().newest("drop", 10)).hasSize(2);
      assertThat(JSON.readTree(server.get("/api/v1/jobs").body()).get(0).get("kind").asText())
          .isEqualTo("fetch");
    }
  }

  @Test
  void shouldFailWithTheReasonOfTheFeed() throws IOException {
    Home home = home("  - {id: now, retries: 0, fetch: {feeds: [drop]}}\n");
    Session session = home.open();
    try (Running server = Running.start(session, Clock.systemUTC()).ready()) {
      await()
          .atMost(PATIENCE)
          .until(() -> session.store().fetches().health("drop").lastSuccess().isPresent());
      line("fail");
      await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);

      server.send("POST", "/api/v1/jobs/now/run");

      JsonNode run = ended(server, "now");
      assertThat(run.get("state").asText()).isEqualTo("failed");
      assertThat(run.get("message").asText())
          .startsWith("feed 'drop': BAD_DATA: ")
          .contains("line 2");
      assertThat(run.get("rows").asInt()).isZero();
    }
  }

  @Test
  void shouldSayWhichFeedThereIsNotAndWhere() throws IOException {
    Home home = home("  - {id: now, fetch: {feeds: [drop]}}\n");
    try (Running server = Running.start(home.open(), Clock.systemUTC()).ready()) {
      home.feedEvery("P30D", "test/one,2025-01-01T00:00:00Z,1");
      home.moreOptions("jobs:\n  - id: now\n    fetch:\n      feeds:\n        - drp\n").config();

      HttpResponse<String> answer = server.send("POST", "/-/reload");

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("there is no feed 'drp', did you mean 'drop'?")
          .contains("\"line\":8,\"path\":\"jobs[0].fetch.feeds[0]\"");
    }
  }

  @Test
  void shouldFetchOnceForEachSlotThoughTwoServersShareAStore() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Home home = home("  - {id: often, every: PT3S, catch-up: all, fetch: {feeds: [drop]}}\n");
      home.moreOptions(
          "store: {url: \"jdbc:postgresql://localhost:%d/postgres\", user: postgres}\n"
              .formatted(postgres.getPort()));
      Session one = home.open();
      Session two = home.open();
      try (Running first = Running.start(one, Clock.systemUTC());
          Running second = Running.start(two, Clock.systemUTC())) {
        first.ready();
        second.ready();
        for (int i = 2; i < 8; i++) {
          int wanted = i;
          await().atMost(PATIENCE).until(() -> succeeded(one.store()).size() >= wanted);
          line("test/one,2025-01-0" + i + "T00:00:00Z," + i);
        }
        await().atMost(PATIENCE).until(() -> succeeded(one.store()).size() >= 10);
        first.send("POST", "/api/v1/jobs/often/pause");
        await().atMost(PATIENCE).until(() -> one.store().jobRuns().open("often").isEmpty());
        prove(one.store());
      }
    }
  }

  private static List<JobRun> succeeded(Store store) {
    return store.jobRuns().before("often", Instant.MAX, 1_000).stream()
        .filter(run -> run.state() == State.SUCCEEDED)
        .toList();
  }

  /** Each slot had a fetch of its own, none ran beside another, and each line was stored once. */
  private static void prove(Store store) {
    List<JobRun> runs = new ArrayList<>(succeeded(store));
    List<FetchRecord> fetches = new ArrayList<>(store.fetches().newest("drop", 1_000));
    assertThat(runs).allSatisfy(run -> assertThat(run.attempt()).isEqualTo(1));
    for (JobRun run : runs) {
      assertThat(
              fetches.stream()
                  .filter(fetch -> !fetch.startedAt().isBefore(run.slot()))
                  .filter(fetch -> !fetch.startedAt().isAfter(run.endedAt())))
          .as("%s of %s", run, fetches)
          .hasSize(1);
    }
    for (int i = 1; i < fetches.size(); i++) {
      assertThat(fetches.get(i).ended().orElseThrow().at())
          .isBeforeOrEqualTo(fetches.get(i - 1).startedAt());
    }
    assertThat(fetches.stream().mapToLong(fetch -> fetch.ended().orElseThrow().stored()).sum())
        .isEqualTo(7);
    // One that is late may be served by the fetch of the next.
    assertThat(runs.stream().mapToLong(JobRun::rows).sum()).isGreaterThanOrEqualTo(6);
  }
}

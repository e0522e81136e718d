package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;
import org.muscat.store.Publication;

/** Jobs that tick, in a server whose heartbeat is a day. */
@Timeout(120)
class TickJobTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Session open(String job) throws IOException {
    Session session = Home.in(folder).options("heartbeat: P1D\njobs:\n  - " + job + "\n").open();
    Instant from = Instant.now().minus(Duration.ofDays(3));
    for (String series :
        List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
      Home.points(session.store(), series, from, 60, 60, 60);
    }
    return session;
  }

  private static JsonNode json(Running server, String path) {
    try {
      return JSON.readTree(server.get(path).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant shown(Running server, String theatre) {
    return Instant.parse(
        json(server, "/api/v1/theatres/" + theatre + "/index").get("asOf").asText());
  }

  @Test
  void shouldShowTheIndexAsOfTheMomentAndRecordItOnce() throws IOException {
    Session session = open("{id: sharp, every: PT3S, tick: {}}");
    try (Running server = Running.start(session, Clock.systemUTC()).ready()) {
      List<Instant> seen = new CopyOnWriteArrayList<>();
      Instant start = shown(server, "north");
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                Instant now = shown(server, "north");
                if (now.isAfter(start) && !seen.contains(now)) {
                  seen.add(now);
                }
                return seen.size() >= 3;
              });

      assertThat(seen).allMatch(moment -> moment.getEpochSecond() % 3 == 0).isSorted();
      JsonNode run = json(server, "/api/v1/jobs/sharp/runs?to=" + seen.get(1)).get(0);
      assertThat(run.get("message").asText()).isEqualTo("2 of 2 theatres have a score");
      assertThat(run.get("rows").asInt()).isEqualTo(2);
      List<Publication> recorded =
          session.store().publications().between("north", seen.get(1), seen.get(1), 10);
      assertThat(recorded).hasSize(1);
      assertThat(server.get("/metrics").body()).contains("muscat_job_up{job_id=\"sharp\"} 1");
      JsonNode then = json(server, "/api/v1/theatres/north/index?asOf=" + seen.get(1));
      assertThat(then.get("asOf").asText()).isEqualTo(seen.get(1).toString());
    }
  }

  @Test
  void shouldLeaveTheOtherTheatresAsTheyAre() throws IOException {
    Session session = open("{id: sharp, every: PT2S, tick: {theatres: [south]}}");
    try (Running server = Running.start(session, Clock.systemUTC()).ready()) {
      Instant start = shown(server, "north");
      await().atMost(PATIENCE).until(() -> shown(server, "south").isAfter(start.plusSeconds(3)));

      assertThat(shown(server, "north")).isEqualTo(start);
      assertThat(json(server, "/api/v1/theatres")).hasSize(2);
    }
  }
}

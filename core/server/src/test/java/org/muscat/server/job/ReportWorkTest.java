package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.report.ReportHome;
import org.muscat.server.runtime.Session;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.Asked;
import org.muscat.store.JobRun.State;

/** Jobs that write reports. */
@Timeout(120)
class ReportWorkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static JobRun run(Instant slot) {
    return new JobRun(
        "weekly",
        slot,
        Asked.SCHEDULE,
        "report",
        State.RUNNING,
        "a",
        1,
        0,
        slot,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        "");
  }

  private static JobWork.Result work(Session session, Instant slot) throws InterruptedException {
    return session
        .injector()
        .getInstance(JobWorks.class)
        .of(session.config().jobs().get(0), session::theatres)
        .run(run(slot));
  }

  @Test
  void shouldWriteTheSameBytesWhenARunIsDoneAgain() throws Exception {
    Home home =
        ReportHome.in(
            folder,
            Home.MODEL + Home.REGIME,
            "jobs: [{id: weekly, report: {theatres: [north]}}]\n");
    Path file = home.data().resolve("reports/north_2025-02-22_2025-03-01T120000Z.html");
    try (Session session = home.open()) {
      JobWork.Result result = work(session, ReportHome.END);
      byte[] first = Files.readAllBytes(file);
      Files.writeString(file, "a part");
      // Known only later, so that it is not of this slot.
      Instant later = ReportHome.END.plusSeconds(60);
      Home.point(session.store(), "test/one", later, later, 90);
      work(session, ReportHome.END);

      assertThat(result.message())
          .isEqualTo("2 files of 1 theatres in " + home.data().resolve("reports").toAbsolutePath());
      assertThat(file).hasBinaryContent(first);
      assertThat(file.getParent().toFile().list()).hasSize(2);
    }
  }

  @Test
  void shouldRemoveItsOldReports() throws Exception {
    Path out = folder.resolve("out");
    Home home =
        ReportHome.in(
            folder,
            Home.MODEL + Home.REGIME,
            """
            jobs:
              - id: weekly
                report: {theatres: [north], period: P3D, formats: [csv], folder: "%s", keep: P10D}
            """
                .formatted(out));
    try (Session session = home.open()) {
      work(session, ReportHome.END.minus(Duration.ofDays(11)));
      work(session, ReportHome.END.minus(Duration.ofDays(10)));
      JobWork.Result result = work(session, ReportHome.END);

      assertThat(result.message()).endsWith(", 1 old ones removed");
      assertThat(out.toFile().list())
          .containsExactlyInAnyOrder(
              "north_2025-02-16_2025-02-19T120000Z.csv", "north_2025-02-26_2025-03-01T120000Z.csv");
    }
  }

  @Test
  void shouldFailWithTheReasonWhenAFileCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Home home =
        ReportHome.in(
            folder,
            Home.MODEL + Home.REGIME,
            "jobs: [{id: weekly, report: {folder: \"%s\"}}]\n".formatted(file));
    try (Session session = home.open()) {
      assertThatThrownBy(() -> work(session, ReportHome.END)).hasMessageContaining(file.toString());
    }
  }

  @Test
  void shouldWriteTheReportOfEachSlotOfAServerOnce() throws IOException {
    Path out = folder.resolve("out");
    Home home =
        ReportHome.in(
            folder,
            Home.MODEL + Home.REGIME,
            """
            jobs:
              - {id: often, every: PT2S, report: {theatres: [north], period: P1D, folder: "%s"}}
            """
                .formatted(out));
    try (Running server = Running.start(home.open(), Clock.systemUTC()).ready()) {
      await().atMost(PATIENCE).until(() -> succeeded(server).size() > 2);
      server.send("POST", "/api/v1/jobs/often/pause");
      await()
          .atMost(PATIENCE)
          .until(() -> json(server, "/api/v1/jobs").get(0).get("open").isEmpty());

      TreeSet<String> names = new TreeSet<>();
      for (JsonNode run : succeeded(server)) {
        assertThat(run.get("attempt").asInt()).isEqualTo(1);
        assertThat(run.get("message").asText()).startsWith("2 files of 1 theatres in ");
        Instant slot = Instant.parse(run.get("slot").asText());
        String day = slot.minus(Duration.ofDays(1)).toString().substring(0, 10);
        String name = "north_" + day + "_" + slot.toString().replace(":", "");
        names.addAll(List.of(name + ".html", name + ".csv"));
        assertThat(out.resolve(name + ".html")).content().contains("no score");
      }
      assertThat(out.toFile().list()).containsExactlyInAnyOrderElementsOf(names);
      assertThat(json(server, "/api/v1/jobs").get(0).get("kind").asText()).isEqualTo("report");
    }
  }

  private static List<JsonNode> succeeded(Running server) throws IOException {
    List<JsonNode> runs = new ArrayList<>();
    for (JsonNode run : json(server, "/api/v1/jobs/often/runs")) {
      if (run.get("state").asText().equals("succeeded")) {
        runs.add(run);
      }
    }
    return runs;
  }

  private static JsonNode json(Running server, String path) throws IOException {
    return new ObjectMapper().readTree(server.get(path).body());
  }
}

package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.config.JobConfig;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.Asked;
import org.muscat.store.JobRun.State;

/** The schedule on a store in a file. */
@Timeout(120)
class JobScheduleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Session session;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    session =
        Home.in(folder)
            .options(
                """
                jobs:
                  - {id: low, priority: -10, prune: {keep: P90D}}
                  - {id: middle, prune: {keep: P90D}}
                  - {id: high, priority: 10, prune: {keep: P90D}}
                """)
            .open();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private JobSchedule schedule(String node) {
    return new JobSchedule(
        node,
        session.store(),
        session.injector().getInstance(JobWorks.class),
        session.config().jobs(),
        session.theatres(),
        session.clock(),
        new JobSchedule.Pace(Duration.ofMillis(100), Duration.ofMillis(200), 1));
  }

  private JobRun done(String job) {
    await()
        .atMost(PATIENCE)
        .until(() -> session.store().jobRuns().newest(job, State.SUCCEEDED).isPresent());
    return session.store().jobRuns().newest(job).orElseThrow();
  }

  @Test
  void shouldBeginWithTheJobOfTheHighestPriority() {
    try (JobSchedule schedule = schedule("a")) {
      session.config().jobs().forEach(schedule::run);

      schedule.start();

      Instant high = done("high").endedAt();
      assertThat(high).isBeforeOrEqualTo(done("middle").begunAt());
      assertThat(done("middle").endedAt()).isBeforeOrEqualTo(done("low").begunAt());
    }
  }

  @Test
  void shouldGoOnWithWhatAProcessThatDiedHadBegun() {
    Instant slot = Instant.parse("2024-01-01T00:00:00Z");
    session
        .store()
        .jobClaims()
        .claim(
            new JobRun(
                "low",
                slot,
                Asked.OPERATOR,
                "prune",
                State.RUNNING,
                "dead",
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
                ""));

    try (JobSchedule schedule = schedule("b")) {
      schedule.start();

      JobRun run = done("low");
      assertThat(run.slot()).isEqualTo(slot);
      assertThat(run.node()).isEqualTo("b");
      assertThat(run.attempt()).isEqualTo(2);
    }
  }

  @Test
  void shouldLeaveWhatItHadNotBegunToTheNextProcess() {
    JobConfig job = session.config().jobs().get(0);
    try (JobSchedule schedule = schedule("a")) {
      assertThat(schedule.run(job).state()).isEqualTo(State.WAITING);
    }

    try (JobSchedule schedule = schedule("b")) {
      schedule.start();

      assertThat(done("low").node()).isEqualTo("b");
      assertThat(schedule.statuses()).hasSize(3);
      assertThat(schedule.runs(job, Instant.MAX, 10)).hasSize(1);
      assertThat(List.of(schedule.find("low").isPresent(), schedule.find("x").isPresent()))
          .containsExactly(true, false);
    }
  }
}

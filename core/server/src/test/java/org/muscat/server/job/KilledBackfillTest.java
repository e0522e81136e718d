package org.muscat.server.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.State;
import org.muscat.store.Store;

/** The back-fill of a process that is killed, again and again, by the operating system. */
@Timeout(300)
class KilledBackfillTest {

  private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
  private static final int DAYS = 1_536;
  private static final Instant LAST = FIRST.plus(Duration.ofDays(DAYS - 1));
  private static final int STATES = 2 * DAYS;

  /**
   * Twenty in the test of the command, in deploy/dist; more here by {@code
   * -Dmuscat.backfill.kills}.
   */
  private static final int KILLS = Integer.getInteger("muscat.backfill.kills", 5);

  /** A run that is to be killed may end before. */
  private static final int MOST_TRIES = 10;

  private static final String JOB = "past";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(5);

  /** More than a batch of states takes. */
  private static final int MOST_MILLIS = 200;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @TempDir private Path folder;
  private @Nullable Process node;

  @AfterEach
  void end() {
    if (node != null) {
      node.destroyForcibly();
    }
  }

  @Test
  void shouldEndWithTheBytesOfOneThatWasNotKilled() throws Exception {
    Path whole = home("whole");
    Path killed = home("killed");
    try (Store undisturbed = store(whole);
        Store store = store(killed)) {
      finish(whole, undisturbed);

      // In their order, so that each comes further than those before it.
      for (int states : random.ints(KILLS - 1, 0, STATES).sorted().toArray()) {
        kill(killed, store, run -> run.done() >= states, MOST_MILLIS);
      }
      kill(killed, store, run -> Files.exists(killed.resolve(".past.om.part")), 0);
      finish(killed, store);

      JobRun last = store.jobRuns().newest(JOB).orElseThrow();
      assertThat(last.state()).isEqualTo(State.SUCCEEDED);
      assertThat(last.attempt()).as("seed %d", seed).isGreaterThan(1);
      assertThat(killed.resolve("past.om"))
          .as("seed %d", seed)
          .isNotEmptyFile()
          .hasSameBinaryContentAs(whole.resolve("past.om"));
      assertThat(states(store)).as("seed %d", seed).hasSize(STATES).isEqualTo(states(undisturbed));
    }
  }

  /**
   * Kills a process at some moment after something has happened in its run; one whose run ends
   * before is followed by one that begins another.
   */
  private void kill(Path home, Store store, Predicate<JobRun> happened, int mostMillis)
      throws Exception {
    boolean killed = false;
    for (int tries = 0; !killed && tries < MOST_TRIES; tries++) {
      int ended = ended(store);
      int attempt = store.jobRuns().open(JOB).stream().mapToInt(JobRun::attempt).sum();
      Process running = start(home);
      until(
          home,
          () ->
              ended(store) > ended
                  || store.jobRuns().open(JOB).stream()
                      .filter(run -> run.state() == State.RUNNING && run.attempt() > attempt)
                      .anyMatch(happened));
      Instant then = Instant.now().plusMillis(random.nextInt(mostMillis + 1));
      until(home, () -> !Instant.now().isBefore(then));
      running.destroyForcibly().waitFor();
      killed = ended(store) == ended;
    }
    assertThat(killed).as("seed %d: killed before it ended", seed).isTrue();
  }

  private void finish(Path home, Store store) throws Exception {
    int ended = ended(store);
    Process running = start(home);
    until(home, () -> ended(store) > ended);
    running.destroyForcibly().waitFor();
  }

  private static int ended(Store store) {
    return (int)
        store.jobRuns().before(JOB, Instant.MAX, 100).stream()
            .filter(run -> run.endedAt() != null)
            .count();
  }

  private void until(Path home, Callable<Boolean> happened) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK)
        .until(
            () -> {
              assertThat(requireNonNull(node).isAlive()).as(home + "/node.log").isTrue();
              return happened.call();
            });
  }

  private Process start(Path home) throws IOException {
    File log = home.resolve("node.log").toFile();
    Process started =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BackfillNode.class.getName(),
                home.resolve("muscat.yaml").toString(),
                home.resolve("plugins").toString(),
                home.resolve("data").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    node = started;
    return started;
  }

  private Path home(String name) throws IOException {
    Path place = Files.createDirectories(folder.resolve(name));
    Home home =
        Home.in(place)
            .options(
                """
                jobs:
                  - id: past
                    retries: 0
                    backfill: {from: %s, to: %s, threads: 2, openmetrics: "%s"}
                """
                    .formatted(FIRST, LAST, place.resolve("past.om")));
    try (Session session = home.open()) {
      Random values = new Random(7);
      for (String series :
          List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
        Instant begin = FIRST.minus(Duration.ofDays(30));
        Home.points(session.store(), series, begin, values.doubles(DAYS, 10, 90).toArray());
      }
    }
    return place;
  }

  private static Store store(Path home) {
    return Store.open(home.resolve("data").resolve("muscat.db"));
  }

  /** Everything stored, but for when it was recorded. */
  private static List<String> states(Store store) {
    List<String> all = new ArrayList<>();
    for (String theatre : store.indexStates().theatres()) {
      store
          .indexStates()
          .forEach(
              theatre,
              FIRST,
              LAST,
              state ->
                  all.add(
                      state.asOf() + " " + state.stamp() + state.document() + state.checkpoint()));
    }
    return all;
  }
}

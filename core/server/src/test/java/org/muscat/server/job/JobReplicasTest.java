package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.server.schedule.Jitter;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.State;
import org.muscat.store.Store;
import org.muscat.store.StoreLocation;

/**
 * Two servers on one PostgreSQL, one of which is killed again and again: every slot of every job is
 * run, and once. {@code deploy/bench/jobs} does this for ten minutes with 200 jobs.
 */
@Timeout(1_200)
class JobReplicasTest {

  private static final int JOBS = Integer.getInteger("muscat.jobs", 30);
  private static final Duration EVERY =
      Duration.ofSeconds(Integer.getInteger("muscat.jobs.every", 3));
  private static final Duration LIFE =
      Duration.ofSeconds(Integer.getInteger("muscat.jobs.life", 10));
  private static final Duration WORK =
      Duration.ofMillis(Integer.getInteger("muscat.jobs.work", 500));
  private static final int KILLS = Integer.getInteger("muscat.jobs.kills", 3);

  /** What is claimed by a process that is killed is taken over after four heartbeats of 3 s. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void shouldRunEverySlotOnceWhileServersAreKilled() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        SlowGateway gateway = new SlowGateway(WORK)) {
      Home home =
          Home.in(folder)
              .options(
                  """
                  store: {url: "jdbc:postgresql://localhost:%d/postgres", user: postgres}
                  listen: {port: 0}
                  jobs:
                  %s\
                  """
                      .formatted(postgres.getPort(), jobs(gateway)));
      fill(home);
      String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
      Process survivor = serve("survivor");
      Process victim = serve("victim");
      try (Store store = Store.open(StoreLocation.of(url))) {
        await().atMost(PATIENCE).until(() -> begun(store) == JOBS);
        Instant begin = Instant.now();
        for (int kill = 0; kill < KILLS; kill++) {
          Instant end = Instant.now().plus(LIFE);
          await().atMost(LIFE.plus(PATIENCE)).until(() -> Instant.now().isAfter(end));
          victim.destroyForcibly().waitFor();
          victim = serve("victim");
          int servers = kill + 2;
          await().atMost(PATIENCE).until(() -> listening("victim") == servers);
        }
        Instant end = Instant.now();
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> isSettled(store, begin, end));
        prove(store, begin, end);
      } finally {
        survivor.destroyForcibly().waitFor();
        victim.destroyForcibly().waitFor();
      }
    }
  }

  private static String id(int number) {
    return "job-" + number;
  }

  private static String jobs(SlowGateway gateway) {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < JOBS; i++) {
      yaml.append("  - {id: ")
          .append(id(i))
          .append(", every: ")
          .append(EVERY)
          .append(", jitter: ")
          .append(EVERY)
          .append(", catch-up: all, score: {theatres: [")
          .append(i % 2 == 0 ? "north" : "south")
          .append("], pushgateway: \"")
          .append(gateway.url())
          .append("\"}}\n");
    }
    return yaml.toString();
  }

  private static void fill(Home home) throws IOException {
    try (Session session = home.open()) {
      Instant from = Instant.now().minus(Duration.ofDays(3));
      for (String series :
          List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
        Home.points(session.store(), series, from, 60, 60, 60);
      }
    }
  }

  private Process serve(String name) throws IOException {
    File log = folder.resolve(name + ".log").toFile();
    Files.createDirectories(folder.resolve(name));
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            JobNode.class.getName(),
            folder.resolve("muscat.yaml").toString(),
            folder.resolve("plugins").toString(),
            folder.resolve(name).toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private long listening(String name) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(name + ".log"))) {
      return lines.filter(line -> line.startsWith("listening on")).count();
    }
  }

  private static long begun(Store store) {
    long begun = 0;
    for (int i = 0; i < JOBS; i++) {
      begun += store.jobRuns().newest(id(i), State.SUCCEEDED).isPresent() ? 1 : 0;
    }
    return begun;
  }

  /** The slots of a job that were due between two moments. */
  private static List<Instant> due(int job, Instant begin, Instant end) {
    Duration jitter = Jitter.of(id(job), EVERY);
    List<Instant> due = new ArrayList<>();
    long first = begin.toEpochMilli() / EVERY.toMillis() + 1;
    for (long n = first; !slot(n).plus(jitter).isAfter(end); n++) {
      due.add(slot(n));
    }
    return due;
  }

  private static Map<Instant, JobRun> runs(Store store, int job) {
    Map<Instant, JobRun> runs = new HashMap<>();
    store
        .jobRuns()
        .before(id(job), Instant.MAX, 1_000_000)
        .forEach(run -> runs.put(run.slot(), run));
    return runs;
  }

  private static boolean isSettled(Store store, Instant begin, Instant end) {
    for (int i = 0; i < JOBS; i++) {
      Map<Instant, JobRun> runs = runs(store, i);
      for (Instant slot : due(i, begin, end)) {
        JobRun run = runs.get(slot);
        if (run == null || run.endedAt() == null) {
          return false;
        }
      }
    }
    return true;
  }

  /** From the history alone: which slots there must be, and what became of each. */
  private static void prove(Store store, Instant begin, Instant end) {
    TreeMap<Duration, String> delays = new TreeMap<>();
    Map<String, Integer> nodes = new HashMap<>();
    int slots = 0;
    int takenOver = 0;
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      Duration jitter = Jitter.of(id(i), EVERY);
      List<Instant> wanted = due(i, begin, end);
      Map<Instant, JobRun> runs = runs(store, i);
      assertThat(runs.keySet()).as(id(i)).containsAll(wanted);
      for (Instant slot : wanted) {
        JobRun run = runs.get(slot);
        assertThat(run.state()).as("%s", run).isEqualTo(State.SUCCEEDED);
        assertThat(run.rows()).as("%s", run).isEqualTo(1);
        slots++;
        takenOver += run.attempt() > 1 ? 1 : 0;
        nodes.merge(run.node(), 1, Integer::sum);
        Duration delay = Duration.between(slot.plus(jitter), run.endedAt());
        delays.put(delay, run.job() + " " + slot);
        millis.add(delay.toMillis());
      }
      for (JobRun run : runs.values()) {
        assertThat(run.slot().toEpochMilli() % EVERY.toMillis()).as("%s", run).isZero();
      }
    }
    // A jitter may leave one of them after the end, the beginning another one before.
    long each = Duration.between(begin, end).dividedBy(EVERY) - 2;
    assertThat((long) slots).isGreaterThan(JOBS * each).isGreaterThanOrEqualTo(JOBS);
    // A server that came late may have found nothing to do before it was killed.
    assertThat(nodes).as("runs by process").hasSizeGreaterThan(1 + KILLS / 2);
    millis.sort(Long::compare);
    tell("proved from the history of one PostgreSQL, from %s to %s:".formatted(begin, end));
    tell("%d slots of %d jobs were due, one every %s of each;".formatted(slots, JOBS, EVERY));
    tell("each was run to a success that wrote one publication, and no job ran at another moment;");
    tell(
        "one server lived, another was killed (-9) %d times after %s and started again: %d processes"
                .formatted(KILLS, LIFE, nodes.size())
            + " ran "
            + nodes.values().stream().sorted(Comparator.reverseOrder()).toList()
            + " of them;");
    tell("%d runs were taken over from a process that was killed;".formatted(takenOver));
    tell(
        "from due to done, of which %d ms are work: p50 %d ms, p99 %d ms, longest %d ms (%s)"
            .formatted(
                WORK.toMillis(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                delays.lastKey().toMillis(),
                delays.lastEntry().getValue()));
  }

  /** For deploy/bench/jobs, which prints these lines. */
  private static void tell(String line) {
    System.out.println("jobs: " + line);
  }

  private static Instant slot(long number) {
    return Instant.ofEpochMilli(number * EVERY.toMillis());
  }
}

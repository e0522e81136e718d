package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.backfill.Backfill;
import org.muscat.server.config.JobConfig;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.runtime.Session;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.Asked;
import org.muscat.store.JobRun.State;
import org.muscat.store.Store;

@Timeout(180)
class BackfillWorkTest {

  private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
  private static final int DAYS = 1_500;
  private static final Instant LAST = FIRST.plus(Duration.ofDays(DAYS - 1));
  private static final Instant SLOT = LAST.plusSeconds(60);

  @TempDir Path folder;

  /** What {@code kill -9} does to a process, as far as the store can tell: nothing more is done. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private Home home(String name) throws IOException {
    Home home = Home.in(Files.createDirectories(folder.resolve(name)));
    try (Session session = home.open()) {
      Random random = new Random(7);
      for (String series :
          List.of("test/one", "test/two", "test/three", "test/north", "test/south")) {
        double[] values = random.doubles(DAYS, 10, 90).toArray();
        Home.points(session.store(), series, FIRST.minus(Duration.ofDays(30)), values);
      }
    }
    return home;
  }

  private static JobConfig.Backfill task(Path file, int threads) {
    return new JobConfig.Backfill(
        new JobConfig.Selection(Optional.empty(), List.of()),
        FIRST,
        Optional.of(LAST),
        threads,
        Optional.of(file));
  }

  private static JobWork.Result run(
      Session session, JobConfig.Backfill task, JobRun run, Clock clock)
      throws InterruptedException {
    Backfill backfill = session.injector().getInstance(Backfill.class);
    return new BackfillWork(task, session::theatres, backfill, session.store(), clock).run(run);
  }

  private static JobRun claim(Store store) {
    JobRun run =
        new JobRun(
            "past",
            SLOT,
            Asked.OPERATOR,
            "backfill",
            State.RUNNING,
            "a",
            1,
            0,
            SLOT,
            null,
            null,
            0,
            0,
            0,
            0,
            0,
            "");
    store.jobClaims().claim(run);
    return run;
  }

  private byte[] whole(String name, int threads) throws Exception {
    Path file = folder.resolve(name + ".om");
    try (Session session = home(name).open()) {
      JobWork.Result result =
          run(session, task(file, threads), claim(session.store()), Clock.systemUTC());
      assertThat(result.message()).startsWith(2 * DAYS + " days of 2 theatres, ");
      return Files.readAllBytes(file);
    }
  }

  private static List<String> states(Session session) {
    List<String> all = new ArrayList<>();
    for (String theatre : session.store().indexStates().theatres()) {
      session
          .store()
          .indexStates()
          .forEach(
              theatre,
              FIRST,
              LAST,
              state ->
                  all.add(state.asOf() + state.status() + state.document() + state.checkpoint()));
    }
    return all;
  }

  @Test
  void shouldGiveTheSameBytesForAnyNumberOfThreads() throws Exception {
    byte[] one = whole("one", 1);

    assertThat(one.length).isGreaterThan(100_000);
    assertThat(whole("two", 2)).isEqualTo(one);
    assertThat(whole("four", 4)).isEqualTo(one);
  }

  @Test
  void shouldEndWithTheSameBytesHoweverOftenItIsKilled() throws Exception {
    byte[] wanted = whole("whole", 2);
    Path file = folder.resolve("killed.om");
    Home home = home("killed");
    Random random = new Random(11);
    JobRun run = null;
    for (int i = 0; i < 20; i++) {
      // Each state that is made looks at the clock once.
      AtomicInteger left = new AtomicInteger(100 + random.nextInt(300));
      Clock dying =
          new SetClock(
              () -> {
                if (left.decrementAndGet() < 0) {
                  throw new Killed();
                }
                return SLOT;
              });
      try (Session session = home.open()) {
        run = again(session.store(), run);
        assertThat(kill(session, task(file, 1), run, dying)).isTrue();
      }
    }

    try (Session session = home.open();
        Session undisturbed = Home.in(folder.resolve("whole")).open()) {
      JobRun last = again(session.store(), run);
      long resumed = session.store().jobRuns().parts(last).size();
      run(session, task(file, 2), last, Clock.systemUTC());

      assertThat(resumed).isEqualTo(2);
      assertThat(Files.readAllBytes(file)).isEqualTo(wanted);
      assertThat(states(session)).isEqualTo(states(undisturbed)).hasSize(2 * DAYS);
      JobRun done = session.store().jobRuns().find("past", SLOT).orElseThrow();
      assertThat(done.done()).isEqualTo(done.total()).isEqualTo(2 * DAYS);
      assertThat(done.resumed()).isPositive();
    }
  }

  private static JobRun again(Store store, JobRun before) {
    return before == null
        ? claim(store)
        : store
            .jobClaims()
            .takeOver(store.jobRuns().open("past").get(0), "next", SLOT)
            .orElseThrow();
  }

  private static boolean kill(Session session, JobConfig.Backfill task, JobRun run, Clock dying)
      throws InterruptedException {
    try {
      run(session, task, run, dying);
      return false;
    } catch (IllegalStateException e) {
      return e.getCause() instanceof Killed;
    }
  }
}

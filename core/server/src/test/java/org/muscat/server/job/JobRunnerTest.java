package org.muscat.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.config.Place;
import org.muscat.server.config.JobConfig;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.schedule.CatchUp;
import org.muscat.server.schedule.CatchUp.Policy;
import org.muscat.server.schedule.Slots;
import org.muscat.store.JobEffects;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.Asked;
import org.muscat.store.JobRun.State;
import org.muscat.store.Store;

@Timeout(60)
class JobRunnerTest {

  private static final Instant MIDNIGHT = Instant.parse("2024-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(MIDNIGHT.plusSeconds(1800));
  private final SetClock clock = new SetClock(now::get);
  private final List<Instant> done = new ArrayList<>();
  private final JobTries tries = new JobTries();
  private final JobCounts counts = new JobCounts();
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = Store.open(folder.resolve("muscat.db"));
    store.jobRuns().register(List.of("hourly"), clock.instant());
  }

  @AfterEach
  void close() {
    tries.close();
    store.close();
  }

  private JobRunner runner(String node) {
    return new JobRunner(node, store.jobRuns(), store.jobClaims(), clock, tries, counts);
  }

  private static JobConfig job(Policy policy, int retries) {
    return new JobConfig(
        "hourly",
        "every PT1H",
        Slots.every(Duration.ofHours(1)),
        CatchUp.of(policy, 2),
        Duration.ZERO,
        Duration.ofSeconds(20),
        retries,
        0,
        new JobConfig.Prune(Period.ofDays(90)),
        new Place("muscat.yaml", 1, "jobs[0]"));
  }

  private JobWork.Result note(JobRun run) {
    synchronized (done) {
      done.add(run.slot());
    }
    return new JobWork.Result("done", JobEffects.NONE);
  }

  private static Instant hour(int hour) {
    return MIDNIGHT.plus(Duration.ofHours(hour));
  }

  /** As db-scheduler does: asks again as long as the answer is not later than the clock. */
  private Instant settle(String node, JobConfig job, JobWork work) throws InterruptedException {
    Instant next = runner(node).next(job, work);
    while (!next.isAfter(clock.instant())) {
      next = runner(node).next(job, work);
    }
    return next;
  }

  @Test
  void shouldWaitForTheNextSlotAndThenRunItOnce() throws InterruptedException {
    JobConfig job = job(Policy.LATEST, 0);

    assertThat(settle("a", job, this::note)).isEqualTo(hour(1));
    now.set(hour(1));
    assertThat(settle("a", job, this::note)).isEqualTo(hour(2));

    assertThat(done).containsExactly(hour(1));
    JobRun run = store.jobRuns().find("hourly", hour(1)).orElseThrow();
    assertThat(run.state()).isEqualTo(State.SUCCEEDED);
    assertThat(run.message()).isEqualTo("done");
    assertThat(counts.ended("hourly", State.SUCCEEDED)).isEqualTo(1);
  }

  @Test
  void shouldMakeUpForWhatWasMissedAtItsOwnMoments() throws InterruptedException {
    now.set(hour(9).plusSeconds(600));

    settle("a", job(Policy.ALL, 0), this::note);

    assertThat(done).containsExactly(hour(8), hour(9));
    assertThat(store.jobRuns().find("hourly", hour(8)).orElseThrow().skipped()).isEqualTo(7);
    assertThat(counts.skipped("hourly")).isEqualTo(7);
  }

  @Test
  void shouldTryAgainAfterGrowingPausesAndThenGiveUp() throws InterruptedException {
    JobConfig job = job(Policy.LATEST, 2);
    JobWork failing =
        run -> {
          throw new IllegalStateException("no answer");
        };
    now.set(hour(1));

    assertThat(settle("a", job, failing)).isEqualTo(hour(1).plusSeconds(10));
    now.set(hour(1).plusSeconds(10));
    assertThat(settle("a", job, failing)).isEqualTo(hour(1).plusSeconds(30));
    now.set(hour(1).plusSeconds(30));
    assertThat(settle("a", job, failing)).isEqualTo(hour(2));

    JobRun run = store.jobRuns().find("hourly", hour(1)).orElseThrow();
    assertThat(run.state()).isEqualTo(State.FAILED);
    assertThat(run.failures()).isEqualTo(3);
    assertThat(run.message()).isEqualTo("no answer");
    assertThat(counts.ended("hourly", State.FAILED)).isEqualTo(1);
  }

  @Test
  void shouldRunTheNextSlotWhileAnEarlierOneWaitsForItsNextTry() throws InterruptedException {
    JobConfig job = job(Policy.LATEST, 9);
    now.set(hour(1));
    settle(
        "a",
        job,
        run -> {
          throw new IllegalStateException("no answer");
        });

    now.set(hour(2));
    settle("a", job, this::note);

    assertThat(done).containsExactly(hour(1), hour(2));
  }

  @Test
  void shouldInterruptATryThatTakesTooLong() throws InterruptedException {
    JobConfig quick =
        new JobConfig(
            "hourly",
            "every PT1H",
            Slots.every(Duration.ofHours(1)),
            CatchUp.of(Policy.LATEST, 1),
            Duration.ZERO,
            Duration.ofMillis(50),
            0,
            0,
            new JobConfig.Prune(Period.ofDays(90)),
            new Place("muscat.yaml", 1, "jobs[0]"));
    CountDownLatch interrupted = new CountDownLatch(1);
    now.set(hour(1));

    settle(
        "a",
        quick,
        run -> {
          try {
            new CountDownLatch(1).await();
            return note(run);
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
        });

    interrupted.await();
    JobRun run = store.jobRuns().find("hourly", hour(1)).orElseThrow();
    assertThat(run.state()).isEqualTo(State.TIMED_OUT);
    assertThat(run.message()).isEqualTo("it took longer than PT0.05S");
    assertThat(done).isEmpty();
  }

  @Test
  void shouldGoOnWithARunWhoseProcessDied() throws InterruptedException {
    JobConfig job = job(Policy.NONE, 0);
    now.set(hour(1));
    store
        .jobClaims()
        .claim(
            new JobRun(
                "hourly",
                hour(1),
                Asked.SCHEDULE,
                "prune",
                State.RUNNING,
                "a",
                1,
                0,
                hour(1),
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                ""));

    now.set(hour(1).plusSeconds(1800));
    settle("b", job, this::note);

    assertThat(done).containsExactly(hour(1));
    JobRun run = store.jobRuns().find("hourly", hour(1)).orElseThrow();
    assertThat(run.node()).isEqualTo("b");
    assertThat(run.attempt()).isEqualTo(2);
    assertThat(run.failures()).isZero();
  }

  @Test
  void shouldDropWhatItDidWhenAnotherTookTheRunOver() throws InterruptedException {
    JobConfig job = job(Policy.LATEST, 0);
    now.set(hour(1));

    runner("a")
        .next(
            job,
            run -> {
              store.jobClaims().takeOver(run, "b", clock.instant());
              return new JobWork.Result(
                  "late",
                  writing -> {
                    throw new AssertionError("must not be written");
                  });
            });

    JobRun run = store.jobRuns().find("hourly", hour(1)).orElseThrow();
    assertThat(run.state()).isEqualTo(State.RUNNING);
    assertThat(run.node()).isEqualTo("b");
    assertThat(counts.ended("hourly", State.SUCCEEDED)).isZero();
  }

  @Test
  void shouldRunNothingOfAJobThatIsPausedButWhatWasAskedFor() throws InterruptedException {
    JobConfig job = job(Policy.LATEST, 0);
    store.jobRuns().pause("hourly", clock.instant());
    now.set(hour(2).plusSeconds(5));

    settle("a", job, this::note);
    assertThat(done).isEmpty();
    JobRun asked = runner("a").ask(job);
    settle("a", job, this::note);

    assertThat(done).containsExactly(hour(2).plusSeconds(5));
    assertThat(store.jobRuns().find("hourly", asked.slot()).orElseThrow().asked())
        .isEqualTo(Asked.OPERATOR);
    store.jobRuns().resume("hourly");
    settle("a", job, this::note);
    assertThat(done).containsExactly(hour(2).plusSeconds(5), hour(2));
  }

  @Test
  void shouldTakeTwoQuestionsInOneSecondForTwoRuns() throws InterruptedException {
    JobConfig job = job(Policy.LATEST, 0);

    assertThat(runner("a").ask(job).slot()).isNotEqualTo(runner("b").ask(job).slot());

    settle("a", job, this::note);
    assertThat(done).hasSize(2);
  }

  @Test
  void shouldRunNothingTwiceWhenTheClockIsSetBack() throws InterruptedException {
    JobConfig job = job(Policy.ALL, 0);
    now.set(hour(2));
    settle("a", job, this::note);

    now.set(hour(1).plusSeconds(60));
    settle("a", job, this::note);
    now.set(hour(3));
    settle("a", job, this::note);

    assertThat(done).containsExactly(hour(1), hour(2), hour(3));
  }
}

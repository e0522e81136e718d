package org.muscat.server.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.muscat.server.config.JobConfig;
import org.muscat.server.schedule.Due;
import org.muscat.server.schedule.Jitter;
import org.muscat.store.JobClaims;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.Asked;
import org.muscat.store.JobRun.State;
import org.muscat.store.JobRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Does the next run of a job. Only one process at a time is to do that for a job; if two do after
 * all, because one seemed dead, only one of them has an effect. Safe for any thread; blocks.
 */
final class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  /** A run that takes its process with it each time is given up. */
  private static final int MOST_LOSSES = 50;

  /** Looks this often even if nothing is due: the clock may be set back. */
  private static final Duration LOOK = Duration.ofHours(1);

  private final String node;
  private final JobRuns runs;
  private final JobClaims claims;
  private final Clock clock;
  private final JobTries tries;
  private final JobCounts counts;

  /**
   * A runner.
   *
   * @param node names this process
   */
  JobRunner(
      String node, JobRuns runs, JobClaims claims, Clock clock, JobTries tries, JobCounts counts) {
    this.node = node;
    this.runs = runs;
    this.claims = claims;
    this.clock = clock;
    this.tries = tries;
    this.counts = counts;
  }

  /**
   * Does one run, if there is one to do.
   *
   * @return when to ask again
   * @throws InterruptedException if Muscat stops; the run is left for whoever comes next
   */
  Instant next(JobConfig job, JobWork work) throws InterruptedException {
    Instant now = now();
    boolean isPaused = runs.paused().containsKey(job.id());
    Optional<JobRun> run =
        open(job, now, isPaused).or(() -> isPaused ? Optional.empty() : due(job, now));
    if (run.isEmpty()) {
      return later(job, now);
    }
    perform(job, run.get(), work);
    return now();
  }

  /** Asks for a run at this moment; gives it as it was written down. */
  JobRun ask(JobConfig job) {
    JobRun wanted;
    Instant slot = now().truncatedTo(ChronoUnit.SECONDS);
    do {
      wanted = fresh(job, slot, Asked.OPERATOR, State.WAITING, 0);
      // Nobody asks twice in a second and means something else.
      slot = slot.plusSeconds(1);
    } while (!claims.claim(wanted));
    return wanted;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * A run that waits for another try, was asked for, or whose process died; of a job that is paused
   * only what was asked for.
   */
  private Optional<JobRun> open(JobConfig job, Instant now, boolean isPaused) {
    for (JobRun open : runs.open(job.id())) {
      boolean waits = open.notBefore() != null && open.notBefore().isAfter(now);
      if (!waits && !(isPaused && open.asked() == Asked.SCHEDULE)) {
        if (open.state() == State.RUNNING) {
          LOG.atWarn()
              .addKeyValue("event", "job-taken-over")
              .addKeyValue("job", open.job())
              .addKeyValue("slot", open.slot())
              .addKeyValue("node", open.node())
              .log("a run whose process is gone goes on here");
        }
        return claims.takeOver(open, node, now);
      }
    }
    return Optional.empty();
  }

  private Optional<JobRun> due(JobConfig job, Instant now) {
    Duration delay = Jitter.of(job.id(), job.jitter());
    Due due = Due.of(job.slots(), runs.last(job.id(), now), now, delay, job.catchUp());
    int skipped = due.skipped();
    for (Instant slot : due.slots()) {
      JobRun run = fresh(job, slot, Asked.SCHEDULE, State.RUNNING, skipped);
      if (claims.claim(run)) {
        counts.addSkipped(job.id(), skipped);
        return Optional.of(run);
      }
      skipped = 0;
    }
    return Optional.empty();
  }

  private JobRun fresh(JobConfig job, Instant slot, Asked asked, State state, int skipped) {
    boolean begins = state == State.RUNNING;
    return new JobRun(
        job.id(),
        slot,
        asked,
        job.task().kind(),
        state,
        begins ? node : "",
        begins ? 1 : 0,
        0,
        begins ? now() : null,
        null,
        null,
        0,
        0,
        0,
        0,
        skipped,
        "");
  }

  private Instant later(JobConfig job, Instant now) {
    Instant next = next(job, now).orElse(now.plus(LOOK));
    for (JobRun open : runs.open(job.id())) {
      if (open.notBefore() != null && open.notBefore().isBefore(next)) {
        next = open.notBefore();
      }
    }
    return next.isAfter(now.plus(LOOK)) ? now.plus(LOOK) : next;
  }

  /** When the next slot of a job is due. */
  static Optional<Instant> next(JobConfig job, Instant now) {
    Duration delay = Jitter.of(job.id(), job.jitter());
    return job.slots().after(now.minus(delay)).map(slot -> slot.plus(delay));
  }

  private void perform(JobConfig job, JobRun run, JobWork work) throws InterruptedException {
    if (run.attempt() - run.failures() > MOST_LOSSES) {
      failed(job, run, State.FAILED, "its process died " + MOST_LOSSES + " times", 0);
      return;
    }
    JobTries.Outcome outcome = tries.one(job, run, work);
    if (outcome.result().isEmpty()) {
      State state = outcome.isTimeout() ? State.TIMED_OUT : State.FAILED;
      failed(job, run, state, outcome.why(), job.retries());
      return;
    }
    JobWork.Result result = outcome.result().get();
    Optional<JobRun> done = claims.succeed(run, now(), result.message(), result.effects());
    if (done.isEmpty()) {
      lost(run);
    } else {
      counts.addEnded(job.id(), State.SUCCEEDED);
      result.then().run();
      LOG.atDebug()
          .addKeyValue("event", "job-succeeded")
          .addKeyValue("job", run.job())
          .addKeyValue("slot", run.slot())
          .addKeyValue("rows", done.get().rows())
          .log("run succeeded");
    }
  }

  private void failed(JobConfig job, JobRun run, State state, String why, int retries) {
    boolean again = run.failures() < retries;
    boolean isOwn =
        again
            ? claims.retry(run, now().plus(pause(run.failures())), why)
            : claims.fail(run, state, now(), why);
    if (!isOwn) {
      lost(run);
      return;
    }
    if (!again) {
      counts.addEnded(job.id(), state);
    }
    LOG.atLevel(again ? Level.WARN : Level.ERROR)
        .addKeyValue("event", "job-failed")
        .addKeyValue("job", run.job())
        .addKeyValue("slot", run.slot())
        .addKeyValue("attempt", run.attempt())
        .addKeyValue("again", again)
        .addKeyValue("reason", why)
        .log("a try of a run failed");
  }

  private static void lost(JobRun run) {
    LOG.atWarn()
        .addKeyValue("event", "job-lost")
        .addKeyValue("job", run.job())
        .addKeyValue("slot", run.slot())
        .log("another process took the run over meanwhile; what this one did is dropped");
  }

  private static Duration pause(int failures) {
    Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return List.of(growing, LONGEST_PAUSE).stream().min(Duration::compareTo).orElseThrow();
  }
}

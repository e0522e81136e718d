package org.muscat.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.muscat.server.config.JobConfig;
import org.muscat.server.index.Theatres;
import org.muscat.server.schedule.Sooner;
import org.muscat.server.schedule.TableWatch;
import org.muscat.store.JobRun;
import org.muscat.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs when they are due, each in one of the processes that share a store. db-scheduler says
 * which process looks after a job and takes one over whose process died; which slots there are, and
 * that each is run once, is up to {@link JobRunner} and the store.
 */
public final class JobSchedule implements AutoCloseable {

  private static final String TASK = "job";

  /** Of its own: a scheduler removes what it does not know, and feeds have one, too. */
  private static final Logger LOG = LoggerFactory.getLogger(JobSchedule.class);

  private static final String TABLE = "job_schedule";

  private static final int MOST_MISSED = 4;
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /** A job that is not in this configuration may be in that of another process. */
  private static final Duration LEAVE_TO_OTHERS = Duration.ofMinutes(1);

  private final Store store;
  private final JobWorks works;
  private final Clock clock;
  private final JobTries tries = new JobTries();
  private final JobCounts counts = new JobCounts();
  private final JobRunner runner;
  private final ExecutorService threads;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private volatile Plan plan;
  private volatile boolean closing;
  private boolean started;

  /** What is to be done. */
  private record Plan(Map<String, JobConfig> jobs, Theatres theatres) {}

  /**
   * How closely it looks.
   *
   * @param poll how often for what is due
   * @param heartbeat how often it says that it lives; after four that are missed it is dead
   * @param threads how many jobs run at a time
   */
  public record Pace(Duration poll, Duration heartbeat, int threads) {

    /** For a server. */
    public static Pace usual() {
      return new Pace(Duration.ofMillis(500), Duration.ofSeconds(3), 8);
    }
  }

  /**
   * A schedule; {@link #start} starts it.
   *
   * @param node names this process among those that share the store
   * @param clock what "due" is measured by
   */
  public JobSchedule(
      String node,
      Store store,
      JobWorks works,
      List<JobConfig> jobs,
      Theatres theatres,
      Clock clock,
      Pace pace) {
    this.store = store;
    this.works = works;
    this.clock = clock;
    this.plan = plan(jobs, theatres);
    this.runner = new JobRunner(node, store.jobRuns(), store.jobClaims(), clock, tries, counts);
    this.threads =
        Executors.newFixedThreadPool(pace.threads(), body -> new Thread(body, "job-schedule"));
    this.task =
        Tasks.custom(TASK, Void.class)
            .onDeadExecutionRevive()
            .onFailure(new OnFailureRetryLater<>(AFTER_A_FAILURE))
            .execute((instance, context) -> look(instance.getId()));
    this.scheduler =
        Scheduler.create(store.schedule(), task)
            .tableName(TABLE)
            .schedulerName(new SchedulerName.Fixed(node))
            .threads(pace.threads())
            .executorService(threads)
            .pollingInterval(pace.poll())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(MOST_MISSED)
            .shutdownMaxWait(STOP_WITHIN)
            .alwaysPersistTimestampInUTC()
            .enableImmediateExecution()
            .enablePriority()
            .clock(clock::instant)
            .addSchedulerListener(new TableWatch(store.schedule(), TABLE, JobSchedule::failed))
            .build();
  }

  private static Plan plan(List<JobConfig> jobs, Theatres theatres) {
    Map<String, JobConfig> byId = new LinkedHashMap<>();
    jobs.forEach(job -> byId.put(job.id(), job));
    return new Plan(Collections.unmodifiableMap(byId), theatres);
  }

  /** Starts; what was missed while no process ran is made up for as each job wants it. */
  public synchronized void start() {
    if (!plan.jobs().isEmpty()) {
      begin();
    }
  }

  private void begin() {
    store.jobRuns().register(plan.jobs().keySet(), clock.instant());
    plan.jobs().values().forEach(this::lookSoon);
    if (!started) {
      started = true;
      scheduler.start();
    }
  }

  /** Runs other jobs from now on, or the same about other theatres. What runs goes on. */
  public synchronized void replace(List<JobConfig> jobs, Theatres theatres) {
    plan = plan(jobs, theatres);
    start();
  }

  /** What is known of each job, in the order of the configuration. */
  public List<JobStatus> statuses() {
    Map<String, Instant> paused = store.jobRuns().paused();
    return plan.jobs().values().stream()
        .map(
            job ->
                JobStatus.of(
                    job, Optional.ofNullable(paused.get(job.id())), store.jobRuns(), counts, clock))
        .toList();
  }

  /** The job with this id, if there is one. */
  public Optional<JobConfig> find(String id) {
    return Optional.ofNullable(plan.jobs().get(id));
  }

  /** Runs of a job, newest first. */
  public List<JobRun> runs(JobConfig job, Instant before, int limit) {
    return store.jobRuns().before(job.id(), before, limit);
  }

  /** Asks for a run at once, or after the one that runs; also of a job that is paused. */
  public JobRun run(JobConfig job) {
    JobRun asked = runner.ask(job);
    lookSoon(job);
    return asked;
  }

  /** Lets nothing of a job begin, in any process; what runs goes on. */
  public void pause(JobConfig job) {
    store.jobRuns().pause(job.id(), clock.instant());
  }

  /** Lets a job run again, in all processes; what it missed is made up for as it wants it. */
  public void resume(JobConfig job) {
    store.jobRuns().resume(job.id());
    lookSoon(job);
  }

  private void lookSoon(JobConfig job) {
    TaskInstance<Void> instance =
        new TaskInstance.Builder<Void>(TASK, job.id()).priority(job.priority()).build();
    Instant now = clock.instant();
    if (!scheduler.scheduleIfNotExists(instance, now)) {
      Sooner.run(scheduler, instance, now, planned -> planned.getExecutionTime().isAfter(now));
    }
  }

  private static void failed(String reason) {
    LOG.atError()
        .addKeyValue("event", "job-schedule-failed")
        .addKeyValue("reason", reason)
        .log("no job can begin: the table of the schedule fails");
  }

  private CompletionHandler<Void> look(String id) {
    Plan now = plan;
    JobConfig job = now.jobs().get(id);
    if (job == null || closing) {
      Instant later = clock.instant().plus(job == null ? LEAVE_TO_OTHERS : Duration.ZERO);
      return (complete, operations) -> operations.reschedule(complete, later);
    }
    Instant next = next(job);
    return (complete, operations) -> {
      operations.reschedule(complete, next);
      // Whoever asked for a run while this was picked could not bring it forward.
      if (next.isAfter(clock.instant()) && hasAsked(job)) {
        lookSoon(job);
      }
    };
  }

  private Instant next(JobConfig job) {
    try {
      return runner.next(job, works.of(job, () -> plan.theatres()));
    } catch (InterruptedException e) {
      // Muscat stops. Not passed on: the store is still to be told that somebody else may go on.
      return clock.instant();
    }
  }

  private boolean hasAsked(JobConfig job) {
    return !closing
        && store.jobRuns().open(job.id()).stream()
            .anyMatch(run -> run.asked() == JobRun.Asked.OPERATOR && run.notBefore() == null);
  }

  /** Lets what runs end for ten seconds, then interrupts it; its slot is left to who comes next. */
  @Override
  public void close() {
    closing = true;
    scheduler.stop();
    threads.shutdownNow();
    tries.close();
  }
}

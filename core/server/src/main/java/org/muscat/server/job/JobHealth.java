package org.muscat.server.job;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muscat.server.metrics.Families;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How jobs fare as metrics. The store is asked every five seconds and not by scrapes, which so
 * never wait for it. Safe for any thread.
 */
public final class JobHealth implements MultiCollector, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobHealth.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final JobSchedule schedule;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(body -> new Thread(body, "job-look"));
  private volatile List<JobStatus> statuses = List.of();

  public JobHealth(JobSchedule schedule, Clock clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      statuses = schedule.statuses();
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never look again.
      LOG.atWarn().addKeyValue("event", "jobs-unread").setCause(e).log("cannot look how jobs fare");
    }
  }

  @Override
  public MetricSnapshots collect() {
    Families families = new Families();
    statuses.forEach(status -> add(families, status));
    return families.build();
  }

  private void add(Families families, JobStatus status) {
    Labels job = Labels.of("job_id", status.job().id());
    Instant now = clock.instant();
    families.gauge(
        HealthMetric.JOB_UP,
        job,
        status.last().map(JobRun::state).filter(State.SUCCEEDED::equals).isPresent() ? 1 : 0);
    families.gauge(HealthMetric.JOB_PAUSED, job, status.paused().isPresent() ? 1 : 0);
    families.gauge(HealthMetric.JOB_RUNNING, job, isRunning(status) ? 1 : 0);
    families.gauge(
        HealthMetric.JOB_OVERDUE_SECONDS,
        job,
        status.overdueSince().map(since -> seconds(Duration.between(since, now))).orElse(0.0));
    moment(families, HealthMetric.JOB_NEXT, job, status.next());
    moment(families, HealthMetric.JOB_LAST_SUCCESS, job, status.lastSuccess().map(JobRun::slot));
    status
        .last()
        .filter(last -> last.begunAt() != null && last.endedAt() != null)
        .ifPresent(
            last ->
                families.gauge(
                    HealthMetric.JOB_LAST_SECONDS,
                    job,
                    seconds(Duration.between(last.begunAt(), last.endedAt()))));
    status
        .ended()
        .forEach(
            (state, count) ->
                families.counter(
                    HealthMetric.JOB_RUNS,
                    Labels.of(
                        "job_id",
                        status.job().id(),
                        "outcome",
                        state.name().toLowerCase(Locale.ROOT)),
                    count));
    families.counter(HealthMetric.JOB_SKIPPED, job, (double) status.skipped());
  }

  private static boolean isRunning(JobStatus status) {
    return status.open().stream().anyMatch(run -> run.state() == State.RUNNING);
  }

  private static void moment(
      Families families, HealthMetric metric, Labels job, Optional<Instant> moment) {
    moment.ifPresent(at -> families.gauge(metric, job, at.toEpochMilli() / 1000.0));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}

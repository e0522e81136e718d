package org.muscat.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muscat.server.config.JobConfig;
import org.muscat.server.document.Json;
import org.muscat.server.job.JobDocument;
import org.muscat.server.job.JobRunDocument;
import org.muscat.server.job.JobSchedule;

/** Shows jobs and their runs, and tells them what to do. Runs on a query thread. */
final class JobHandlers {

  private static final int RUNS = 100;
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final JobSchedule schedule;
  private final Clock clock;

  @Inject
  JobHandlers(JobSchedule schedule, Clock clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  String all(RoutingContext context) {
    Instant now = clock.instant();
    return Json.compact(
        schedule.statuses().stream().map(status -> JobDocument.of(status, now)).toList());
  }

  /** The runs of a job, newest first; {@code to} and {@code limit} say which. */
  String runs(RoutingContext context) {
    JobConfig job = job(context);
    Instant now = clock.instant();
    // A run may be asked for some seconds ahead.
    Instant to = Questions.moment(context, "to").orElse(Instant.MAX);
    int limit =
        Optional.ofNullable(context.queryParams().get("limit")).map(Integer::valueOf).orElse(RUNS);
    Instant before = to.isBefore(LAST) ? to.plusMillis(1) : to;
    List<JobRunDocument> runs =
        schedule.runs(job, before, limit).stream().map(run -> JobRunDocument.of(run, now)).toList();
    return Json.compact(runs);
  }

  /** Asks for a run; answers with it as it waits. */
  String run(RoutingContext context) {
    return Json.compact(JobRunDocument.of(schedule.run(job(context)), clock.instant()));
  }

  String pause(RoutingContext context) {
    JobConfig job = job(context);
    schedule.pause(job);
    return one(job);
  }

  String resume(RoutingContext context) {
    JobConfig job = job(context);
    schedule.resume(job);
    return one(job);
  }

  private String one(JobConfig job) {
    Instant now = clock.instant();
    return schedule.statuses().stream()
        .filter(status -> status.job().id().equals(job.id()))
        .findFirst()
        .map(status -> Json.compact(JobDocument.of(status, now)))
        .orElseThrow(() -> unknown(job.id()));
  }

  private JobConfig job(RoutingContext context) {
    String id = context.pathParam("job");
    return schedule.find(id).orElseThrow(() -> unknown(id));
  }

  private static Problem unknown(String job) {
    return Problem.notFound(
        new FieldError("path", "job", job, "is not configured"),
        "no job '" + job + "' is configured; see /api/v1/jobs");
  }
}

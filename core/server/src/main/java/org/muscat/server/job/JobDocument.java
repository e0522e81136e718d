package org.muscat.server.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.Words;
import org.muscat.server.schedule.Jitter;

/**
 * A job as the API tells it.
 *
 * @param schedule such as {@code every PT15M} or {@code cron 0 6 * * * UTC}; empty if it only runs
 *     when told
 * @param catchUp none, latest or all
 * @param delay how long after its slots it begins, as an ISO duration
 * @param pausedSince null if it is not paused
 * @param next when it is due next; null if it is paused or only runs when told
 * @param overdueSince since when a slot waits to be claimed; null if none does
 * @param open runs that have not ended, oldest first
 * @param last the newest run that ended; null if none has
 * @param lastSuccess the slot of the newest run that succeeded; null if none has
 */
public record JobDocument(
    String job,
    String kind,
    String schedule,
    String catchUp,
    String delay,
    String timeout,
    int retries,
    int priority,
    @Nullable String pausedSince,
    @Nullable String next,
    @Nullable String overdueSince,
    List<JobRunDocument> open,
    @Nullable JobRunDocument last,
    @Nullable String lastSuccess) {

  /**
   * What is known of a job.
   *
   * @param now for how long running ones will still take
   */
  public static JobDocument of(JobStatus status, Instant now) {
    var job = status.job();
    return new JobDocument(
        job.id(),
        job.task().kind(),
        job.schedule(),
        Words.of(job.catchUp().policy()),
        Jitter.of(job.id(), job.jitter()).toString(),
        job.timeout().toString(),
        job.retries(),
        job.priority(),
        status.paused().map(Instant::toString).orElse(null),
        status.next().map(Instant::toString).orElse(null),
        status.overdueSince().map(Instant::toString).orElse(null),
        status.open().stream().map(run -> JobRunDocument.of(run, now)).toList(),
        status.last().map(run -> JobRunDocument.of(run, now)).orElse(null),
        status.lastSuccess().map(run -> run.slot().toString()).orElse(null));
  }
}

package org.muscat.server.job;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.server.config.JobConfig;
import org.muscat.server.schedule.Due;
import org.muscat.server.schedule.Jitter;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.State;
import org.muscat.store.JobRuns;

/**
 * How a job fares, in all processes. Immutable.
 *
 * @param job as it is configured
 * @param paused since when; empty if it is not
 * @param next when it is due next; empty if it is paused or only runs when told
 * @param overdueSince when the oldest slot that is due and not claimed was due
 * @param open runs that have not ended, oldest first
 * @param last the newest run that ended
 * @param lastSuccess the newest run that succeeded
 * @param ended how many runs ended in this process since it started, by how
 * @param skipped how many slots this process found missed and left out
 */
public record JobStatus(
    JobConfig job,
    Optional<Instant> paused,
    Optional<Instant> next,
    Optional<Instant> overdueSince,
    List<JobRun> open,
    Optional<JobRun> last,
    Optional<JobRun> lastSuccess,
    Map<State, Long> ended,
    long skipped) {

  public JobStatus {
    open = List.copyOf(open);
    ended = Map.copyOf(ended);
  }

  static JobStatus of(
      JobConfig job, Optional<Instant> paused, JobRuns runs, JobCounts counts, Clock clock) {
    Instant now = clock.instant();
    Map<State, Long> ended = new EnumMap<>(State.class);
    for (State state : List.of(State.SUCCEEDED, State.FAILED, State.TIMED_OUT)) {
      ended.put(state, counts.ended(job.id(), state));
    }
    return new JobStatus(
        job,
        paused,
        paused.isPresent() ? Optional.empty() : JobRunner.next(job, now),
        paused.isPresent() ? Optional.empty() : overdue(job, runs, now),
        runs.open(job.id()),
        runs.newest(job.id()),
        runs.newest(job.id(), State.SUCCEEDED),
        ended,
        counts.skipped(job.id()));
  }

  private static Optional<Instant> overdue(JobConfig job, JobRuns runs, Instant now) {
    var delay = Jitter.of(job.id(), job.jitter());
    Due due = Due.of(job.slots(), runs.last(job.id(), now), now, delay, job.catchUp());
    return due.slots().stream().findFirst().map(slot -> slot.plus(delay));
  }
}

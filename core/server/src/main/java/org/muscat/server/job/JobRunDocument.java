package org.muscat.server.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.Words;
import org.muscat.store.JobRun;
import org.muscat.store.JobRun.State;

/**
 * A run of a job as the API tells it.
 *
 * @param slot which moment it is for: its as-of
 * @param asked schedule or operator
 * @param state waiting, running, succeeded, failed or timed_out
 * @param node the process that runs it or ran it last; empty if none has begun
 * @param attempt counts tries and processes that took it over
 * @param failures how many tries failed
 * @param begunAt when the newest try began; null if none has
 * @param nextTryAt when the next try may begin; null if at once or never
 * @param endedAt null while it has not ended
 * @param seconds how long the newest try took; null while it has not ended
 * @param rows what it wrote
 * @param skipped slots that were missed before it and left out
 * @param done steps that are done
 * @param total of so many; 0 if it does not tell
 * @param endsAt when it will have ended if it goes on like this; null if that is not known
 * @param message what came of it, or why it failed last
 */
public record JobRunDocument(
    String slot,
    String asked,
    String state,
    String node,
    int attempt,
    int failures,
    @Nullable String begunAt,
    @Nullable String nextTryAt,
    @Nullable String endedAt,
    @Nullable Double seconds,
    long rows,
    int skipped,
    long done,
    long total,
    @Nullable String endsAt,
    String message) {

  /**
   * What is known of a run.
   *
   * @param now for how long it will still take
   */
  public static JobRunDocument of(JobRun run, Instant now) {
    return new JobRunDocument(
        run.slot().toString(),
        Words.of(run.asked()),
        Words.of(run.state()),
        run.node(),
        run.attempt(),
        run.failures(),
        text(run.begunAt()),
        text(run.notBefore()),
        text(run.endedAt()),
        run.begunAt() == null || run.endedAt() == null
            ? null
            : (Double) (Duration.between(run.begunAt(), run.endedAt()).toMillis() / 1000.0),
        run.rows(),
        run.skipped(),
        run.done(),
        run.total(),
        end(run, now).map(Instant::toString).orElse(null),
        run.message());
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  /** As fast as since its newest try began. */
  private static Optional<Instant> end(JobRun run, Instant now) {
    long fresh = run.done() - run.resumed();
    if (run.state() != State.RUNNING || run.begunAt() == null || fresh < 1) {
      return Optional.empty();
    }
    long millis = Duration.between(run.begunAt(), now).toMillis();
    return Optional.of(now.plusMillis(millis * (run.total() - run.done()) / fresh));
  }
}

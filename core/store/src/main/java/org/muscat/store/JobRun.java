package org.muscat.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job: of a slot of its schedule, or because somebody asked for it. Immutable. Moments
 * are whole milliseconds.
 *
 * @param job its id
 * @param slot which moment it is for: its as-of
 * @param asked who wanted it
 * @param kind what kind of job it is
 * @param state how it fares
 * @param node the process that runs it, or ran it last; empty if none has begun
 * @param attempt counts the tries and the processes that took it over; only the newest may write
 * @param failures how many tries failed
 * @param begunAt when the newest try began; null if none has
 * @param notBefore when the next try may begin; null if at once
 * @param endedAt null while it has not ended
 * @param done how many steps are done
 * @param total of so many; 0 if it does not tell
 * @param resumed how many were done when the newest try began
 * @param rows what it wrote
 * @param skipped how many slots were missed before it and left out
 * @param message what came of it, or why it failed last
 */
public record JobRun(
    String job,
    Instant slot,
    Asked asked,
    String kind,
    State state,
    String node,
    int attempt,
    int failures,
    @Nullable Instant begunAt,
    @Nullable Instant notBefore,
    @Nullable Instant endedAt,
    long done,
    long total,
    long resumed,
    long rows,
    int skipped,
    String message) {

  /** Who wants a run. */
  public enum Asked {
    /** It was due. */
    SCHEDULE,
    /** Somebody asked for it. */
    OPERATOR
  }

  /** How a run fares. */
  public enum State {
    /** For its first try, or the next. */
    WAITING,
    RUNNING,
    SUCCEEDED,
    /** For good: no try is left. */
    FAILED,
    /** For good, and the last try took too long. */
    TIMED_OUT
  }
}

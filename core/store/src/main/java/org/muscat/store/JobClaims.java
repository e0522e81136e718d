package org.muscat.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.muscat.store.JobRun.State;

/**
 * Who runs what: each slot of a job is claimed once, by its row. What a run writes is in one
 * transaction with its success, and a process that lost its claim to another writes nothing more:
 * so each run has its effects in the store exactly once. Safe for any thread; every method blocks
 * on the disk.
 */
public final class JobClaims {

  private static final String OWN =
      " where job = :job and slot = :slot and attempt = :attempt and ended is null";

  private final Database database;

  JobClaims(Database database) {
    this.database = database;
  }

  /**
   * Claims a slot, or asks for a run at a moment.
   *
   * @param run waiting or running
   * @return whether it was free; nothing happens if not
   */
  public boolean claim(JobRun run) {
    return database.schedule(
        "cannot claim " + JobRuns.label(run) + " in ",
        handle ->
            handle
                    .createUpdate(
                        "insert into job_run ("
                            + JobRow.COLUMNS
                            + ") values (:job, :slot, :asked, :kind, :state, :node, :attempt, 0,"
                            + " :begun, null, null, 0, 0, 0, 0, :skipped, '')"
                            + " on conflict do nothing")
                    .bind("job", run.job())
                    .bind("slot", run.slot().toEpochMilli())
                    .bind("asked", run.asked().name())
                    .bind("kind", run.kind())
                    .bind("state", run.state().name())
                    .bind("node", run.node())
                    .bind("attempt", run.attempt())
                    .bind("begun", run.begunAt() == null ? null : run.begunAt().toEpochMilli())
                    .bind("skipped", run.skipped())
                    .execute()
                == 1);
  }

  /**
   * Begins another try of a run that has not ended, here: whoever runs it by now writes nothing
   * more.
   *
   * @param run as it was read
   * @return the run as it is now; empty if somebody else did this first
   */
  public Optional<JobRun> takeOver(JobRun run, String node, Instant now) {
    return database.schedule(
        "cannot take over " + JobRuns.label(run) + " in ",
        handle ->
            own(
                            handle,
                            run,
                            "state = 'RUNNING', attempt = attempt + 1, node = :node, begun ="
                                + " :begun, not_before = null, resumed = done")
                        .bind("node", node)
                        .bind("begun", now.toEpochMilli())
                        .execute()
                    == 1
                ? JobRuns.find(handle, run.job(), run.slot())
                : Optional.<JobRun>empty());
  }

  /**
   * A try failed and another is to follow.
   *
   * @return whether the run was still this process's
   */
  public boolean retry(JobRun run, Instant notBefore, String why) {
    return database.schedule(
        "cannot put off " + JobRuns.label(run) + " in ",
        handle ->
            own(
                        handle,
                        run,
                        "state = 'WAITING', failures = failures + 1, not_before = :notBefore,"
                            + " message = :message")
                    .bind("notBefore", Times.atOrAfter(notBefore))
                    .bind("message", Text.encode(why))
                    .execute()
                == 1);
  }

  /**
   * Ends a run that failed for good.
   *
   * @return whether the run was still this process's
   */
  public boolean fail(JobRun run, State state, Instant now, String why) {
    return database.schedule(
        "cannot write down how " + JobRuns.label(run) + " ended in ",
        handle -> {
          boolean isOwn =
              own(
                          handle,
                          run,
                          "state = :state, failures = failures + 1, ended = :ended,"
                              + " message = :message")
                      .bind("state", state.name())
                      .bind("ended", Times.atOrAfter(now))
                      .bind("message", Text.encode(why))
                      .execute()
                  == 1;
          return isOwn && removeParts(handle, run);
        });
  }

  /**
   * Ends a run that succeeded and writes its effects, in one transaction.
   *
   * @return the run as it is now; empty if it was no longer this process's, and then nothing is
   *     written
   */
  public Optional<JobRun> succeed(JobRun run, Instant now, String message, JobEffects effects) {
    return database.write(
        "cannot write what " + JobRuns.label(run) + " did to ",
        handle -> {
          // First, so that a run that was taken over waits for nothing and writes nothing.
          if (own(handle, run, "node = node").execute() == 0) {
            return Optional.empty();
          }
          long rows = effects.write(new JobEffects.Writing(handle));
          int unused =
              own(
                      handle,
                      run,
                      "state = 'SUCCEEDED', ended = :ended, message = :message,"
                          + " result_rows = result_rows + :rows")
                  .bind("ended", Times.atOrAfter(now))
                  .bind("message", Text.encode(message))
                  .bind("rows", rows)
                  .execute();
          removeParts(handle, run);
          return JobRuns.find(handle, run.job(), run.slot());
        });
  }

  /**
   * Says how many steps a run has.
   *
   * @return whether the run is still this process's
   */
  public boolean measure(JobRun run, long done, long total) {
    return database.schedule(
        "cannot tell how far " + JobRuns.label(run) + " is in ",
        handle ->
            own(handle, run, "done = :done, resumed = :done, total = :total")
                    .bind("done", done)
                    .bind("total", total)
                    .execute()
                == 1);
  }

  /**
   * Stores states, and that a part of a run has come so far, in one transaction.
   *
   * @param reached the as-of of the last state
   * @return what was stored; empty if the run is no longer this process's, and then nothing is
   */
  public Optional<AppendedStates> advance(
      JobRun run, String part, Instant reached, List<StoredState> states) {
    return database.write(
        "cannot store what " + JobRuns.label(run) + " has so far in ",
        handle -> {
          if (own(handle, run, "done = done + :steps, result_rows = result_rows + :steps")
                  .bind("steps", states.size())
                  .execute()
              == 0) {
            return Optional.empty();
          }
          AppendedStates appended = StateAppending.run(handle, states);
          handle
              .createUpdate(
                  "insert into job_part (job, slot, part, reached)"
                      + " values (:job, :slot, :part, :reached) on conflict (job, slot, part)"
                      + " do update set reached = excluded.reached")
              .bind("job", run.job())
              .bind("slot", run.slot().toEpochMilli())
              .bind("part", part)
              .bind("reached", Times.atOrBefore(reached))
              .execute();
          return Optional.of(appended);
        });
  }

  private static boolean removeParts(Handle handle, JobRun run) {
    int unused =
        handle
            .createUpdate("delete from job_part where job = :job and slot = :slot")
            .bind("job", run.job())
            .bind("slot", run.slot().toEpochMilli())
            .execute();
    return true;
  }

  /** Changes a run if nobody has taken it over and it has not ended. */
  private static Update own(Handle handle, JobRun run, String changes) {
    return handle
        .createUpdate("update job_run set " + changes + OWN)
        .bind("job", run.job())
        .bind("slot", run.slot().toEpochMilli())
        .bind("attempt", run.attempt());
  }
}

package org.muscat.server.job;

import java.time.Instant;
import java.time.ZoneOffset;
import org.muscat.server.config.JobConfig;
import org.muscat.store.JobRun;
import org.muscat.store.Pruning;

/** Removes what is older than a period before the slot. */
final class PruneWork implements JobWork {

  private final JobConfig.Prune task;

  PruneWork(JobConfig.Prune task) {
    this.task = task;
  }

  @Override
  public Result run(JobRun run) {
    Instant before = run.slot().atOffset(ZoneOffset.UTC).minus(task.keep()).toInstant();
    return new Result(
        "what is older than " + before + " is removed",
        writing -> {
          long rows = 0;
          for (Pruning.Subject subject : Pruning.Subject.values()) {
            rows += writing.prune(subject, before, run.slot());
          }
          return rows;
        });
  }
}

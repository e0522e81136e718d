package org.muscat.server.backfill;

import org.muscat.store.JobRun;

/** Another process runs it by now: whatever this one still has is of no use. */
public final class TakenOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TakenOverException(JobRun run) {
    super("the run of '" + run.job() + "' at " + run.slot() + " was taken over");
  }
}

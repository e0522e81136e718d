package org.muscat.server.job;

import org.muscat.store.JobEffects;
import org.muscat.store.JobRun;

/** What jobs of one kind do. Safe for any thread. */
interface JobWork {

  /**
   * What came of a try.
   *
   * @param message one line for people
   * @param effects written together with the success of the run, or not at all
   * @param then what follows once they are written, at most once; it does not take long
   */
  record Result(String message, JobEffects effects, Runnable then) {

    /** What nothing follows. */
    Result(String message, JobEffects effects) {
      this(message, effects, () -> {});
    }
  }

  /**
   * Tries once. Whatever it does outside of the store may be done again, if this process dies or
   * the try fails; so that must do no harm.
   *
   * @param run this try of it; the slot is the as-of
   * @throws InterruptedException if it took too long, or Muscat stops
   * @throws RuntimeException if it failed; the message is for people
   */
  Result run(JobRun run) throws InterruptedException;
}

package org.muscat.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a run of a job writes: all of it in the transaction that says that the run succeeded, or
 * nothing. A run that another process took over writes nothing.
 */
@FunctionalInterface
public interface JobEffects {

  /** Nothing. */
  JobEffects NONE = writing -> 0;

  /**
   * Writes.
   *
   * @return how many rows
   */
  long write(Writing writing);

  /** What can be written, in one transaction. For one thread, until {@link #write} returns. */
  final class Writing {

    private final Handle handle;

    Writing(Handle handle) {
      this.handle = handle;
    }

    /** As {@link Publications#append}. */
    public void publish(List<Publication> publications) {
      if (!publications.isEmpty()) {
        int[] unused = Publications.insert(handle, publications);
      }
    }

    /** As {@link Pruning#prune}. */
    public long prune(Pruning.Subject subject, Instant before, Instant now) {
      return Pruning.prune(handle, subject, before, now);
    }
  }
}

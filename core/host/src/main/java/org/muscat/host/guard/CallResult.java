package org.muscat.host.guard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a call on a {@link DeadlineRunner} ended. */
public sealed interface CallResult<T> {

  /** The task returned in time. */
  record Returned<T>(@Nullable T value) implements CallResult<T> {}

  /** The task threw in time. */
  record Threw<T>(Throwable thrown) implements CallResult<T> {}

  /** The task ended after its deadline, when it was interrupted; what it gave is not used. */
  record TimedOut<T>(Duration deadline) implements CallResult<T> {}

  /**
   * The task ignored the interrupt; its thread was abandoned.
   *
   * @param exhausted whether that was the last thread
   */
  record Stuck<T>(Duration deadline, boolean exhausted) implements CallResult<T> {}

  /** Not started: an earlier call still runs. */
  record Busy<T>() implements CallResult<T> {}

  /** Not started: no thread is left. */
  record Exhausted<T>() implements CallResult<T> {}

  /** Not started or not waited for: the host is closing. */
  record Closed<T>() implements CallResult<T> {}
}

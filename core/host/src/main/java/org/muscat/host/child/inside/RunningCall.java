package org.muscat.host.child.inside;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call on its thread, which may be interrupted while it runs and not a moment later. */
final class RunningCall {

  private @Nullable Thread thread;
  private boolean cancelled;

  /** Runs the call on this thread. */
  <T> T run(Supplier<T> code) {
    begin();
    try {
      return code.get();
    } finally {
      end();
    }
  }

  /** Interrupts the call; one that has not begun yet begins interrupted. */
  synchronized void interrupt() {
    cancelled = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private synchronized void begin() {
    thread = Thread.currentThread();
    if (cancelled) {
      thread.interrupt();
    }
  }

  private synchronized void end() {
    thread = null;
    Thread.interrupted();
  }
}

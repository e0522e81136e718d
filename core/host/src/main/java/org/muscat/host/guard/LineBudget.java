package org.muscat.host.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many lines somebody may write into the log: 100 in ten seconds. Thread-safe. */
public final class LineBudget {

  private static final int LINES = 100;
  private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanos;
  private long windowStart;
  private int inWindow;
  private long leftOut;

  /** A budget of which nothing is spent. */
  public LineBudget() {
    this(System::nanoTime);
  }

  LineBudget(LongSupplier nanos) {
    this.nanos = nanos;
    this.windowStart = nanos.getAsLong();
  }

  /**
   * What to do with a line.
   *
   * @param isWithin whether it may be written
   * @param leftOut how many lines before it were not, to be told now
   */
  public record Turn(boolean isWithin, long leftOut) {}

  /** Spends a line, if there is one left. */
  public synchronized Turn spend() {
    long told = 0;
    long now = nanos.getAsLong();
    if (now - windowStart > WINDOW_NANOS) {
      told = leftOut;
      windowStart = now;
      inWindow = 0;
      leftOut = 0;
    }
    inWindow++;
    if (inWindow <= LINES) {
      return new Turn(true, told);
    }
    leftOut++;
    return new Turn(false, told);
  }
}

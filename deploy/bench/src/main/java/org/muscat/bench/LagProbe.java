package org.muscat.bench;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muscat.server.prompt.PromptThreads;

/**
 * How late a tick would begin at any moment: work that does nothing is due 200 times a second on a
 * thread like that of the ticks. What is due while the one before is late counts as late, too. Four
 * ticks a second give a p99 of some hundred lags, which is the latest or the one before it; this
 * gives one of thousands in the same time.
 */
final class LagProbe {

  private static final long PERIOD_NANOS = 5_000_000;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(new PromptThreads("lag-probe"));
  private final double[] lags;
  private int number;

  /**
   * Begins at once.
   *
   * @param seconds at most; it tells nothing more after them
   */
  LagProbe(double seconds) {
    lags = new double[(int) (seconds * 1e9 / PERIOD_NANOS)];
    long first = System.nanoTime() + PERIOD_NANOS;
    var unused =
        thread.scheduleAtFixedRate(
            () -> note(first), PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
  }

  private void note(long first) {
    if (number < lags.length) {
      lags[number] = (System.nanoTime() - first - number * PERIOD_NANOS) / 1e6;
      number++;
    }
  }

  /** Ends it, and says how late each was, in milliseconds. */
  double[] end() throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the probe does not end");
    }
    return Arrays.copyOf(lags, number);
  }
}

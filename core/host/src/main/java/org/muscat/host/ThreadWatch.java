package org.muscat.host;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.muscat.host.load.OwnThread;

/** Looks whether a plugin has more threads of its own than it may have. */
final class ThreadWatch {

  private static final int NAMED_THREADS = 5;
  private static final long LOOK_AGAIN_NANOS = 10_000_000;

  private final Supplier<List<OwnThread>> running;
  private final IntSupplier most;

  /**
   * A watch.
   *
   * @param running those that count now
   * @param most how many there may be now
   */
  ThreadWatch(Supplier<List<OwnThread>> running, IntSupplier most) {
    this.running = running;
    this.most = most;
  }

  /**
   * What is wrong for people; empty if nothing is, or if the calling thread was interrupted.
   *
   * @param grace how long what was told to end may take for it
   */
  Optional<String> tooMany(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    while (!Thread.currentThread().isInterrupted()) {
      // In this order: a fetch that ends in between leaves fewer threads, not a lower bound.
      int bound = most.getAsInt();
      List<OwnThread> own = running.get();
      if (own.size() <= bound) {
        return Optional.empty();
      }
      if (System.nanoTime() >= end) {
        return Optional.of(words(own, bound));
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return Optional.empty();
  }

  private static String words(List<OwnThread> own, int bound) {
    return (own.size() == 1 ? "1 thread of its own runs" : own.size() + " threads of its own run")
        + (bound == 0 ? ", none may: " : ", at most " + bound + " may: ")
        + own.stream()
            .map(OwnThread::name)
            .distinct()
            .sorted()
            .limit(NAMED_THREADS)
            .collect(joining(", "));
  }
}

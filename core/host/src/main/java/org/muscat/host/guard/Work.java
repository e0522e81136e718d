package org.muscat.host.guard;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What calls have cost: all of those that ended, and of those that still run, abandoned ones too,
 * what they cost so far. Only the thread that runs a call is counted, not those that it starts.
 * Safe for any thread.
 */
public final class Work {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * A cost.
   *
   * @param calls how many calls ended
   * @param cpuNanos processor time in nanoseconds
   * @param allocatedBytes memory for objects that was asked for
   */
  public record Cost(long calls, long cpuNanos, long allocatedBytes) {

    /** Both together. */
    public Cost plus(Cost other) {
      return new Cost(
          calls + other.calls, cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
    }
  }

  /** A call on its way, with what its thread had cost before. Each is another than all others. */
  static final class Running {

    private final long thread;
    private final long cpuNanos;
    private final long allocatedBytes;

    private Running(long thread, long cpuNanos, long allocatedBytes) {
      this.thread = thread;
      this.cpuNanos = cpuNanos;
      this.allocatedBytes = allocatedBytes;
    }
  }

  private final LongAdder calls = new LongAdder();
  private final LongAdder cpuNanos = new LongAdder();
  private final LongAdder allocatedBytes = new LongAdder();
  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  /** Begins to count the present thread. */
  Running begin() {
    Running begun =
        new Running(
            Thread.currentThread().getId(),
            THREADS.getCurrentThreadCpuTime(),
            THREADS.getCurrentThreadAllocatedBytes());
    running.add(begun);
    return begun;
  }

  /** Ends what was begun on this thread. */
  void end(Running begun) {
    calls.increment();
    cpuNanos.add(THREADS.getCurrentThreadCpuTime() - begun.cpuNanos);
    allocatedBytes.add(THREADS.getCurrentThreadAllocatedBytes() - begun.allocatedBytes);
    running.remove(begun);
  }

  /** Everything until now. */
  public Cost cost() {
    Cost ended = new Cost(calls.sum(), cpuNanos.sum(), allocatedBytes.sum());
    return running.stream().map(Work::soFar).reduce(ended, Cost::plus);
  }

  private static Cost soFar(Running begun) {
    long cpu = THREADS.getThreadCpuTime(begun.thread);
    long bytes = THREADS.getThreadAllocatedBytes(begun.thread);
    return new Cost(
        0, Math.max(0, cpu - begun.cpuNanos), Math.max(0, bytes - begun.allocatedBytes));
  }
}

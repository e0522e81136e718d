package org.muscat.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What something costs the thread that does it: processor time and memory, medians of rounds. */
final class Cost {

  static final String HEAD =
      String.format(
          Locale.ROOT, "%-56s %12s %12s %14s %10s", "", "CPU", "best CPU", "allocated", "bytes");

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Long> nanos = new ArrayList<>();
  private final List<Long> allocated = new ArrayList<>();
  private long bytes;

  /** Something that gives so many bytes. */
  @FunctionalInterface
  interface Work {
    long run() throws Exception;
  }

  /** Does something on this thread for some seconds without looking, then for rounds. */
  static Cost of(Work work, double warmUpSeconds, int rounds) throws Exception {
    long until = System.nanoTime() + (long) (warmUpSeconds * 1e9);
    while (System.nanoTime() < until) {
      work.run();
    }
    Cost cost = new Cost();
    for (int round = 0; round < rounds; round++) {
      long thread = Thread.currentThread().getId();
      long cpu = THREADS.getThreadCpuTime(thread);
      long memory = THREADS.getThreadAllocatedBytes(thread);
      cost.bytes = work.run();
      cost.add(
          THREADS.getThreadCpuTime(thread) - cpu, THREADS.getThreadAllocatedBytes(thread) - memory);
    }
    return cost;
  }

  /** What a thread has cost so far; it is running. */
  static long[] of(long thread) {
    return new long[] {THREADS.getThreadCpuTime(thread), THREADS.getThreadAllocatedBytes(thread)};
  }

  void add(long cpuNanos, long allocatedBytes) {
    nanos.add(cpuNanos);
    allocated.add(allocatedBytes);
  }

  void bytes(long last) {
    bytes = last;
  }

  String line(String what) {
    return String.format(
        Locale.ROOT,
        "%-56s %9.2f ms %9.2f ms %10.2f MiB %10d",
        what,
        median(nanos) / 1e6,
        nanos.stream().mapToLong(Long::longValue).min().orElse(0) / 1e6,
        median(allocated) / (1024.0 * 1024.0),
        bytes);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
  }
}

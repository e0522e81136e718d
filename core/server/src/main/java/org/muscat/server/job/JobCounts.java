package org.muscat.server.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.muscat.store.JobRun.State;

/** What this process did since it started. Safe for any thread. */
final class JobCounts {

  private final Map<String, Map<State, LongAdder>> ended = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> skipped = new ConcurrentHashMap<>();

  void addEnded(String job, State state) {
    ended
        .computeIfAbsent(job, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(state, any -> new LongAdder())
        .increment();
  }

  void addSkipped(String job, int slots) {
    skipped.computeIfAbsent(job, any -> new LongAdder()).add(slots);
  }

  long ended(String job, State state) {
    return Optional.ofNullable(ended.get(job))
        .map(ofJob -> ofJob.get(state))
        .map(LongAdder::sum)
        .orElse(0L);
  }

  long skipped(String job) {
    return Optional.ofNullable(skipped.get(job)).map(LongAdder::sum).orElse(0L);
  }
}

package org.muscat.host.verify;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.muscat.host.load.OwnThreads;

/** The threads that the code of a plugin started, by themselves: equals may be its code, too. */
final class PluginThreads {

  private static final long PAUSE_MILLIS = 5;

  private final ClassLoader loader;

  PluginThreads(ClassLoader loader) {
    this.loader = loader;
  }

  /** Those that run now. */
  Set<Thread> now() {
    Set<Thread> now = Collections.newSetFromMap(new IdentityHashMap<>());
    now.addAll(OwnThreads.of(loader));
    return now;
  }

  /** Those that run now and not before; waits for them to end. */
  Set<Thread> leftSince(Set<Thread> before, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    Set<Thread> left = since(before);
    while (!left.isEmpty() && System.nanoTime() < until) {
      try {
        left.iterator().next().join(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return left;
      }
      left = since(before);
    }
    return left;
  }

  /** Those that run now and not before. */
  Set<Thread> since(Set<Thread> before) {
    Set<Thread> started = now();
    before.forEach(started::remove);
    return started;
  }

  /** Their names, for messages. */
  static String names(Set<Thread> threads) {
    return threads.stream()
        .map(thread -> "'" + thread.getName() + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }
}

package org.muscat.host.verify;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The threads that the code of a plugin started: a thread takes over the context class loader of
 * the one that starts it, and the host gives each of its own threads a name that is known here.
 */
final class PluginThreads {

  private static final long PAUSE_MILLIS = 5;

  private final ClassLoader loader;

  PluginThreads(ClassLoader loader) {
    this.loader = loader;
  }

  /** Those that run now. */
  Set<Thread> now() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getContextClassLoader() == loader && !isOfTheHost(thread))
        .collect(Collectors.toSet());
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
    started.removeAll(before);
    return started;
  }

  /** Their names, for messages. */
  static String names(Set<Thread> threads) {
    return threads.stream()
        .map(thread -> "'" + thread.getName() + "'")
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean isOfTheHost(Thread thread) {
    String name = thread.getName();
    return name.equals(PluginCaller.THREAD) || name.startsWith("setup-");
  }
}

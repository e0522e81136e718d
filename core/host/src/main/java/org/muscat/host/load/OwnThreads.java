package org.muscat.host.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muscat.host.guard.DeadlineRunner;

/** The threads that the code of a plugin started. */
public final class OwnThreads {

  private OwnThreads() {}

  /**
   * Those that run now; none of a loader that is of no plugin here. No method of them may be called
   * that a class can replace: it may be code of the plugin.
   */
  public static List<Thread> of(ClassLoader loader) {
    return loader instanceof PluginClassLoader plugin ? of(plugin) : List.of();
  }

  private static List<Thread> of(PluginClassLoader loader) {
    return all().filter(thread -> isOf(loader, thread)).toList();
  }

  /**
   * Interrupts them, which may run code of the plugin. Those that do not heed it get the lowest
   * priority, like a call that does not end: nothing in Java can end them.
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only later
  static void end(PluginClassLoader loader) {
    for (Thread thread : of(loader)) {
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.interrupt();
    }
  }

  /**
   * The names of those that still run, after they had some time to end.
   *
   * @param loader of the plugin
   */
  static List<String> left(PluginClassLoader loader, Duration grace) {
    List<Thread> started = of(loader);
    long end = System.nanoTime() + grace.toNanos();
    for (Thread thread : started) {
      join(thread, end - System.nanoTime());
    }
    return started.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  private static Stream<Thread> all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() * 2 + 16];
    int count = root.enumerate(threads, true);
    return Arrays.stream(threads, 0, count).filter(Objects::nonNull);
  }

  /**
   * A thread inherits the group and the context class loader of the one that starts it; some are
   * given another of the one or the other. A class of a plugin is not asked for its context: the
   * answer would be its own code.
   */
  private static boolean isOf(PluginClassLoader loader, Thread thread) {
    return pluginOf(thread.getClass())
        .map(plugin -> plugin == loader)
        .orElseGet(
            () ->
                !DeadlineRunner.isOwn(thread)
                    && (startedIn(loader.threads(), thread)
                        || thread.getContextClassLoader() == loader));
  }

  /**
   * Of classes of the host a plugin makes no threads; the host may, while it is called. A thread
   * that has ended is in no group.
   */
  private static boolean startedIn(ThreadGroup group, Thread thread) {
    ThreadGroup of = thread.getThreadGroup();
    return of != null && group.parentOf(of) && thread.getClass().getClassLoader() == null;
  }

  /** The loader of the plugin that a class comes from, if from one: a plugin may have loaders. */
  private static Optional<ClassLoader> pluginOf(Class<?> type) {
    ClassLoader each = type.getClassLoader();
    while (each != null && !(each instanceof PluginClassLoader)) {
      each = each.getParent();
    }
    return Optional.ofNullable(each);
  }

  private static void join(Thread thread, long nanos) {
    try {
      if (nanos > 0 && !Thread.currentThread().isInterrupted()) {
        thread.join(Math.max(1, nanos / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

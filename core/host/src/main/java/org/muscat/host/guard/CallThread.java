package org.muscat.host.guard;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that runs calls. It inherits no thread locals: they would hand values of the host
 * to the plugin.
 */
public final class CallThread extends Thread {

  /** A thread that is not needed for so long ends; the next call starts another. */
  private static final long IDLE_SECONDS = 90;

  @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only later
  private CallThread(
      @Nullable ThreadGroup group,
      Runnable task,
      String name,
      ClassLoader contextLoader,
      int priority) {
    super(group, task, name, 0, false);
    setDaemon(true);
    setPriority(priority);
    setContextClassLoader(contextLoader);
  }

  /**
   * One such thread with the context class loader of the present one, not started.
   *
   * @param group that it and what it starts belong to
   */
  public static Thread of(ThreadGroup group, Runnable task, String name) {
    return new CallThread(
        group, task, name, Thread.currentThread().getContextClassLoader(), NORM_PRIORITY);
  }

  /** One such thread, started when it is needed; in the home of its loader, if that has one. */
  static ExecutorService one(String name, ClassLoader contextLoader, int priority) {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new CallThread(home(contextLoader), task, name, contextLoader, priority));
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  private static @Nullable ThreadGroup home(ClassLoader loader) {
    return loader instanceof ThreadHome home ? home.threads() : null;
  }
}

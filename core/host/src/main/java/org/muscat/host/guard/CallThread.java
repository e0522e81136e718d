package org.muscat.host.guard;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A daemon thread that runs calls. It inherits no thread locals: they would hand values of the host
 * to the plugin.
 */
public final class CallThread extends Thread {

  /** A thread that is not needed for so long ends; the next call starts another. */
  private static final long IDLE_SECONDS = 90;

  @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only later
  private CallThread(Runnable task, String name, ClassLoader contextLoader, int priority) {
    super(null, task, name, 0, false);
    setDaemon(true);
    setPriority(priority);
    setContextClassLoader(contextLoader);
  }

  /** One such thread with the context class loader of the present one, not started. */
  public static Thread of(Runnable task, String name) {
    return new CallThread(
        task, name, Thread.currentThread().getContextClassLoader(), NORM_PRIORITY);
  }

  /** One such thread, started when it is needed. */
  static ExecutorService one(String name, ClassLoader contextLoader, int priority) {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new CallThread(task, name, contextLoader, priority));
    one.allowCoreThreadTimeOut(true);
    return one;
  }
}

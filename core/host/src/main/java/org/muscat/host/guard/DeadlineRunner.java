package org.muscat.host.guard;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks that are not trusted on a platform thread of its own, one at a time, none queued.
 *
 * <p>A task that passes its deadline is interrupted. If it does not end within the grace it is
 * <em>stuck</em>: nothing in Java can end it, so its thread is abandoned, at the lowest priority,
 * and the spare thread takes over; when the spare is stuck too, there are no calls until both have
 * ended after all or somebody {@link #renew renews} the threads. With a spare left, a stuck task
 * that ends gives its place back.
 *
 * <p>Thread-safe. The threads are daemons: an abandoned one does not keep the process alive.
 */
public final class DeadlineRunner implements AutoCloseable {

  private static final int THREADS = 2;

  /** Of calls that nobody waits for; the start script tells the JVM to let others go first. */
  private static final int BACKGROUND_PRIORITY = 2;

  private final String threadName;
  private final ClassLoader contextLoader;
  private final Duration grace;
  private final Work work;
  private final int priority;

  private @Nullable ExecutorService executor;
  private @Nullable Call<?> running;
  private int stuck;
  private int most = THREADS;
  private boolean exhausted;
  private boolean closed;

  /**
   * A runner; its thread starts with the first call.
   *
   * @param threadName of each of its threads
   * @param contextLoader of each of its threads
   * @param grace how long a task may take to end after the interrupt
   */
  public DeadlineRunner(String threadName, ClassLoader contextLoader, Duration grace) {
    this(threadName, contextLoader, grace, new Work());
  }

  /**
   * A runner whose calls are counted together with those of others.
   *
   * @param work counts what its calls cost
   */
  public DeadlineRunner(String threadName, ClassLoader contextLoader, Duration grace, Work work) {
    this(threadName, contextLoader, grace, work, Thread.NORM_PRIORITY);
  }

  private DeadlineRunner(
      String threadName, ClassLoader contextLoader, Duration grace, Work work, int priority) {
    this.priority = priority;
    this.threadName = threadName;
    this.contextLoader = contextLoader;
    this.grace = grace;
    this.work = work;
  }

  /**
   * A runner of calls that nothing waits for: its threads let others go first.
   *
   * @param work counts what its calls cost
   */
  public static DeadlineRunner inTheBackground(
      String threadName, ClassLoader contextLoader, Duration grace, Work work) {
    return new DeadlineRunner(threadName, contextLoader, grace, work, BACKGROUND_PRIORITY);
  }

  /** Starts a task, whose deadline counts from now. Does not wait. */
  public synchronized <T> Call<T> start(Callable<T> task, Duration deadline) {
    Call<T> call = new Call<>(task, deadline);
    if (closed) {
      call.end(new CallResult.Closed<>());
    } else if (exhausted) {
      call.end(new CallResult.Exhausted<>());
    } else if (running != null) {
      call.end(new CallResult.Busy<>());
    } else {
      running = call;
      execute(call);
    }
    return call;
  }

  /** When the process can have no more threads, that ends this call and no other. */
  private <T> void execute(Call<T> call) {
    try {
      if (executor == null) {
        executor = CallThread.one(threadName, contextLoader, priority);
      }
      executor.execute(call);
    } catch (RuntimeException | OutOfMemoryError e) {
      running = null;
      call.end(new CallResult.Threw<>(e));
    }
  }

  /** Whether there are no more calls, because its threads are stuck or it was closed. */
  public synchronized boolean isSpent() {
    return closed || exhausted;
  }

  /** Gives it new threads in place of those that are stuck, which go on running. */
  public synchronized void renew() {
    most = stuck + THREADS;
    exhausted = false;
  }

  /** Whether a thread is one of those that run calls. */
  public static boolean isOwn(Thread thread) {
    return thread instanceof CallThread;
  }

  /** How many abandoned threads still run. */
  public synchronized int stuck() {
    return stuck;
  }

  /**
   * Interrupts what runs and waits for it, for the grace at most.
   *
   * @return whether nothing runs any more, on abandoned threads neither
   */
  public boolean quiesce() {
    Call<?> current;
    synchronized (this) {
      current = running;
    }
    if (current != null) {
      current.interrupt();
      current.quiesce(grace);
    }
    synchronized (this) {
      return running == null && stuck == 0;
    }
  }

  /** Interrupts what runs and waits for it, for the grace at most. Idempotent. */
  @Override
  public void close() {
    ExecutorService last;
    synchronized (this) {
      closed = true;
      last = executor;
    }
    if (last == null) {
      return;
    }
    for (Runnable waiting : last.shutdownNow()) {
      ((Call<?>) waiting).dropped();
    }
    try {
      last.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void ended(Call<?> call) {
    if (running == call) {
      running = null;
    } else {
      stuck--;
      exhausted = exhausted && stuck > 0;
    }
  }

  /** Gives up a thread, unless its task has ended after all. */
  private synchronized <T> CallResult<T> abandon(Call<T> call) {
    if (running != call) {
      return new CallResult.TimedOut<>(call.deadline);
    }
    running = null;
    stuck++;
    exhausted = stuck >= most;
    call.yieldToOthers();
    if (executor != null) {
      executor.shutdown();
      executor = null;
    }
    return new CallResult.Stuck<>(call.deadline, exhausted);
  }

  /** One task on its way. */
  public final class Call<T> implements Runnable {

    private final Callable<T> task;
    private final Duration deadline;
    private final long startedAt = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable CallResult<T> result;
    private @Nullable Thread thread;
    private boolean cancelled;
    private boolean callerInterrupted;

    private Call(Callable<T> task, Duration deadline) {
      this.task = task;
      this.deadline = deadline;
    }

    /**
     * Waits for the end, at most until the deadline and the grace have passed. If the waiting
     * thread is interrupted, so is the task at once; the waiting thread stays interrupted.
     */
    public CallResult<T> await() {
      CallResult<T> inTime = within(deadline.minusNanos(System.nanoTime() - startedAt));
      if (inTime != null) {
        return inTime;
      }
      interrupt();
      CallResult<T> late = within(grace);
      CallResult<T> end = late == null ? abandon(this) : new CallResult.TimedOut<>(deadline);
      if (callerInterrupted) {
        Thread.currentThread().interrupt();
        return end instanceof CallResult.TimedOut ? new CallResult.Closed<>() : end;
      }
      return end;
    }

    @Override
    public void run() {
      if (begin()) {
        CallResult<T> end;
        Work.Running begun = work.begin();
        try {
          end = new CallResult.Returned<>(task.call());
        } catch (Throwable e) {
          end = new CallResult.Threw<>(e);
        }
        work.end(begun);
        finish();
        ended(this);
        end(end);
      } else {
        ended(this);
        end(new CallResult.TimedOut<>(deadline));
      }
    }

    private void dropped() {
      ended(this);
      end(new CallResult.Closed<>());
    }

    private void end(CallResult<T> end) {
      result = end;
      done.countDown();
    }

    /** Waits for somebody else's call. */
    private void quiesce(Duration time) {
      try {
        var unused = done.await(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private @Nullable CallResult<T> within(Duration time) {
      try {
        return done.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS) ? result : null;
      } catch (InterruptedException e) {
        callerInterrupted = true;
        return null;
      }
    }

    private synchronized boolean begin() {
      thread = Thread.currentThread();
      return !cancelled;
    }

    /** From here on an interrupt would hit the next call on this thread. */
    private synchronized void finish() {
      thread = null;
      Thread.interrupted();
    }

    /**
     * The thread ends with its call and takes no other, so it need not be raised again. What that
     * means is the JVM's affair: the start script tells it to let all others go first.
     */
    @SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only later
    private synchronized void yieldToOthers() {
      if (thread != null) {
        thread.setPriority(Thread.MIN_PRIORITY);
      }
    }

    private synchronized void interrupt() {
      cancelled = true;
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}

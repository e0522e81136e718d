package org.muscat.server.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.muscat.server.config.JobConfig;
import org.muscat.store.JobRun;

/** Lets single tries of runs have their time, each on a thread of its own. Safe for any thread. */
final class JobTries implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(body -> daemon(new Thread(body, "job")));

  /**
   * What came of a try.
   *
   * @param result empty if it failed
   * @param why it failed; empty if it did not
   * @param isTimeout whether it took too long
   */
  record Outcome(Optional<JobWork.Result> result, String why, boolean isTimeout) {}

  /** One that hangs for good does not keep Muscat from ending; it has no effect any more. */
  private static Thread daemon(Thread thread) {
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Tries once.
   *
   * @throws InterruptedException if the caller is interrupted; so is the try then
   */
  Outcome one(JobConfig job, JobRun run, JobWork work) throws InterruptedException {
    Duration timeout = job.timeout();
    Future<JobWork.Result> future =
        threads.submit(
            () -> {
              Thread.currentThread().setName("job-" + job.id());
              return work.run(run);
            });
    try {
      JobWork.Result result = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome(Optional.of(result), "", false);
    } catch (TimeoutException e) {
      future.cancel(true);
      return new Outcome(Optional.empty(), "it took longer than " + timeout, true);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String why =
          cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
      return new Outcome(Optional.empty(), why, false);
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  /** Interrupts what runs, and does not wait. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package org.muscat.server.runtime;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of starting and stopping a server. */
final class Steps {

  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Steps() {}

  /** A step of stopping: if it fails, the next ones are taken all the same. */
  static void stop(String name, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("event", "stop-failed")
          .addKeyValue("step", name)
          .setCause(e)
          .log("a step of stopping failed");
    }
  }

  /**
   * What comes of a step that Vert.x takes.
   *
   * @throws IllegalStateException if it fails, or is not done within ten seconds
   */
  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
    } catch (TimeoutException e) {
      throw new IllegalStateException("not done within " + LONGEST, e);
    }
  }
}

package org.muscat.server.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muscat.server.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether a file of the configuration is another, and reloads when it stays so
 * for a second: an editor may not have written all of it yet. What was refused is not tried again
 * until a file changes.
 */
final class ConfigWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Reloader reloader;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "config-watch"));
  private Map<String, String> last;

  ConfigWatch(Reloader reloader) {
    this.reloader = reloader;
    this.last = reloader.watched().now();
  }

  void start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Map<String, String> now = reloader.watched().now();
      boolean settled = now.equals(last);
      last = now;
      if (settled && !reloader.watched().isAsRead(now)) {
        var unused = reloader.reload();
      }
    } catch (ConfigException e) {
      LOG.atDebug()
          .addKeyValue("event", "reload-refused-again")
          .log("refused, as the reloader has told");
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never look again.
      LOG.atWarn()
          .addKeyValue("event", "config-unreadable")
          .setCause(e)
          .log("cannot look whether the configuration changed");
    }
  }

  /** Looks no more; waits a little for a reload that runs. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        LOG.atWarn()
            .addKeyValue("event", "stop-without-reload")
            .log("a reload is still running; going on without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

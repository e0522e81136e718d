package org.muscat.server.quarantine;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muscat.host.LoadedPlugins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Puts what the quarantine says into effect: at once when it is made or told to, and every second
 * for what another process wrote. Counts the threads of plugins as often. Thread-safe.
 */
public final class QuarantineWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(QuarantineWatch.class);

  private final Quarantine quarantine;
  private final LoadedPlugins plugins;
  private final Map<String, String> inEffect = new HashMap<>();

  /** For the thread that looks alone. */
  private boolean isUnread;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "quarantine");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Puts the quarantine into effect.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public QuarantineWatch(Quarantine quarantine, LoadedPlugins plugins) {
    this.quarantine = quarantine;
    this.plugins = plugins;
    apply();
  }

  /** Goes on looking for changes every second. */
  public void start() {
    var unused = executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Adds a plugin to the quarantine.
   *
   * @return whether there is such a plugin; nothing happens if not
   * @throws UncheckedIOException if that cannot be written down; nothing happens then
   */
  public synchronized boolean quarantine(String plugin, String reason) {
    if (!has(plugin)) {
      return false;
    }
    quarantine.add(plugin, reason);
    apply();
    return true;
  }

  /**
   * Lets a plugin be called again, whoever quarantined it.
   *
   * @return whether there is such a plugin; nothing happens if not
   * @throws UncheckedIOException if that cannot be written down; nothing happens then
   */
  public synchronized boolean release(String plugin) {
    if (!has(plugin)) {
      return false;
    }
    quarantine.remove(plugin);
    inEffect.remove(plugin);
    return plugins.release(plugin);
  }

  private boolean has(String plugin) {
    return plugins.usages().stream().anyMatch(usage -> usage.plugin().equals(plugin));
  }

  /** An executor would say nothing of what is thrown here, and never look again. */
  private void look() {
    try {
      release();
      apply();
      isUnread = false;
    } catch (UncheckedIOException e) {
      // A file that cannot be read for a moment changes nothing.
      unread(e.getMessage(), null);
    } catch (RuntimeException | Error e) {
      unread(e.getClass().getName(), e);
    }
    plugins.watchThreads();
  }

  /** Told once, not every second. */
  private void unread(@Nullable String cause, @Nullable Throwable thrown) {
    log.atLevel(isUnread ? Level.DEBUG : Level.WARN)
        .addKeyValue("event", "quarantine-unread")
        .addKeyValue("cause", cause)
        .setCause(thrown)
        .log("quarantine not read");
    isUnread = true;
  }

  /** Only what looks for changes heeds requests: they are for the Muscat that runs. */
  private synchronized void release() {
    for (String plugin : quarantine.takeReleases()) {
      inEffect.remove(plugin);
      if (!plugins.release(plugin)) {
        log.atWarn()
            .addKeyValue("event", "quarantine-unknown-plugin")
            .addKeyValue("plugin", plugin)
            .log("no plugin of this id to release");
      }
    }
  }

  private synchronized void apply() {
    Map<String, String> wanted = quarantine.reasons();
    wanted.forEach(
        (plugin, reason) -> {
          if (!reason.equals(inEffect.put(plugin, reason)) && !plugins.quarantine(plugin, reason)) {
            log.atWarn()
                .addKeyValue("event", "quarantine-unknown-plugin")
                .addKeyValue("plugin", plugin)
                .log("no plugin of this id to quarantine");
          }
        });
    for (String plugin : Map.copyOf(inEffect).keySet()) {
      if (!wanted.containsKey(plugin)) {
        inEffect.remove(plugin);
        plugins.release(plugin);
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

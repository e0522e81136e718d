package org.muscat.server.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.muscat.server.document.DevDocument.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host with only the plugin that somebody works on. It looks for changes on a thread of its own
 * and starts the server anew on the same port; while nothing can be loaded, the page says why.
 */
public final class DevHost implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DevHost.class);
  private static final long LOOK_MILLIS = 50;

  /** A build writes one class after the other. */
  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

  private static final long STOP_SECONDS = 20;

  private final DevSettings settings;
  private final DevClasses classes;
  private final DevReport report;
  private final DevServer server;
  private final Consumer<String> out;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "dev-watch"));
  private Footprint loaded;
  private Footprint seen;
  private long seenAt = System.nanoTime();
  private List<Problem> told = List.of();

  private DevHost(DevSettings settings, Consumer<String> out) throws IOException {
    this.settings = settings;
    this.out = out;
    this.classes = new DevClasses(settings);
    this.report = new DevReport(settings.workplace().location().toString());
    this.server = new DevServer(settings, report);
    this.loaded = footprint();
    this.seen = loaded;
  }

  /**
   * Starts; it listens when this returns, whatever is wrong with the plugin.
   *
   * @param out is told in lines what was loaded and what is wrong
   * @throws IOException if the data folder cannot be used
   * @throws IllegalStateException if it cannot listen on the port
   */
  public static DevHost start(DevSettings settings, Consumer<String> out) throws IOException {
    DevHost host = new DevHost(settings, out);
    host.load();
    host.watch.execute(host::warmUp);
    var unused =
        host.watch.scheduleWithFixedDelay(
            host::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return host;
  }

  private void load() throws IOException {
    report.compiled(classes.refresh());
    server.load(classes.folders());
    tell();
  }

  /** The first compilation of a JVM takes several times as long as the next ones. */
  private void warmUp() {
    try {
      classes.warmUp();
    } catch (IOException e) {
      LOG.atDebug()
          .addKeyValue("event", "dev-compiler-cold")
          .setCause(e)
          .log("the compiler was not warmed up; the first change takes longer");
    }
  }

  /** Where the page is; the same until the end. */
  public String url() {
    return server.url();
  }

  private void look() {
    try {
      Footprint now = footprint();
      if (!now.equals(seen)) {
        seen = now;
        seenAt = System.nanoTime();
      } else if (!seen.equals(loaded) && System.nanoTime() - seenAt >= QUIET_NANOS) {
        reload();
      }
      tell();
    } catch (IOException | UncheckedIOException e) {
      out.accept("cannot look at the plugin: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never look again.
      LOG.atError()
          .addKeyValue("event", "dev-load-failed")
          .setCause(e)
          .log("loading the plugin again failed");
    }
  }

  private void reload() throws IOException {
    long begin = System.nanoTime();
    loaded = seen;
    List<Problem> compiling = classes.refresh();
    report.compiled(compiling);
    told = List.of();
    if (compiling.isEmpty()) {
      server.load(classes.folders());
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      out.accept("loaded again in " + millis + " ms");
    }
  }

  /** Tells each problem once for each time that the plugin was loaded. */
  private void tell() {
    List<Problem> problems = report.problems();
    for (Problem problem : problems) {
      if (!told.contains(problem)) {
        out.accept(problem.toString());
      }
    }
    told = problems;
  }

  private Footprint footprint() {
    return Footprint.of(settings.workplace().watched(), settings.data());
  }

  /** Stops looking, then the server. Idempotent. */
  @Override
  public void close() {
    watch.shutdown();
    try {
      if (!watch.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.atWarn()
            .addKeyValue("event", "stop-without-plugin")
            .log("the plugin is still being loaded; going on without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
  }
}

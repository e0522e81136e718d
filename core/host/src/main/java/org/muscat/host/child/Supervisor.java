package org.muscat.host.child;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Request;
import org.muscat.host.load.ElsewhereException;
import org.muscat.host.load.OwnThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a child of one candidate running. One that ends is started again after a pause, on a thread
 * of its own, and serves when everything is made again; until then calls fail at once. Thread-safe.
 */
final class Supervisor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration RESTARTER_PATIENCE = Duration.ofSeconds(2);
  private static final Duration PATIENCE_FOR_THREADS = Duration.ofSeconds(1);

  private final String plugin;
  private final Launcher launcher;
  private final Items items;
  private final RestartPace pace;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);

  private @Nullable ChildLine serving;
  private @Nullable ChildLine starting;
  private @Nullable Thread restarter;
  private String away = "the process has not been started";
  private long servingSince;
  private int pauses;
  private boolean closed;

  /**
   * A supervisor without a child yet.
   *
   * @param clock the time, for messages
   */
  Supervisor(String plugin, Launcher launcher, Items items, RestartPace pace, Clock clock) {
    this.plugin = plugin;
    this.launcher = launcher;
    this.items = items;
    this.pace = pace;
    this.clock = clock;
  }

  /**
   * Starts the first child.
   *
   * @throws ElsewhereException if it ends before it can say what it offers
   */
  Answer.Offered start() throws InterruptedException {
    ChildLine line = launch();
    Answer.Offered offered = launcher.examineFirst(line);
    serve(line);
    return offered;
  }

  Items items() {
    return items;
  }

  /** Calls the child for an item. */
  Answer call(Item item, Request request) throws InterruptedException {
    item.requireMade();
    return caller().call(request, item.lender(), item.feed(), Caller.UNTIL_INTERRUPTED);
  }

  /** Has the child make an item; tells it also what it may forget. */
  Answer make(Item item) throws InterruptedException {
    Caller caller = caller();
    for (int number : items.forgotten()) {
      caller.call(new Request.Close(number), Optional.empty(), Optional.empty(), launcher.making());
    }
    return caller.call(item.making(), item.lender(), item.feed(), launcher.making());
  }

  /** The threads that the code of the plugin started; none if it is away or does not say soon. */
  List<OwnThread> ownThreads() {
    try {
      return caller()
          .ask(new Request.OwnThreads(), PATIENCE_FOR_THREADS)
          .filter(Answer.Threads.class::isInstance)
          .map(answer -> ((Answer.Threads) answer).running())
          .orElse(List.of());
    } catch (ElsewhereException e) {
      log.atDebug()
          .addKeyValue("event", "plugin-threads-untold")
          .addKeyValue("plugin", plugin)
          .setCause(e)
          .log("threads not told");
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Ends a child that cannot be used any more; another one is started. */
  void replace(String because) {
    current().ifPresent(line -> line.kill(because));
  }

  /** The process that serves, if one does. */
  Optional<Long> pid() {
    return current().map(ChildLine::pid);
  }

  /** Ends the child. Waits for it. Idempotent. */
  @Override
  public void close() {
    ChildLine one;
    ChildLine other;
    Thread thread;
    synchronized (this) {
      closed = true;
      away = "the process of plugin '" + plugin + "' was closed with its host";
      one = serving;
      other = starting;
      thread = restarter;
      serving = null;
    }
    closing.countDown();
    if (one != null) {
      one.close();
    }
    if (other != null) {
      other.close();
    }
    if (thread != null) {
      join(thread);
    }
  }

  private synchronized Optional<ChildLine> current() {
    return Optional.ofNullable(serving);
  }

  private synchronized Caller caller() {
    if (serving == null) {
      throw new ElsewhereException(away);
    }
    return launcher.caller(serving);
  }

  private ChildLine launch() {
    ChildLine line = launcher.start(this::lost);
    synchronized (this) {
      starting = line;
      if (!closed) {
        return line;
      }
    }
    line.close();
    throw new ElsewhereException("the host is closing");
  }

  /** From now on calls go to this child. */
  private void serve(ChildLine line) {
    synchronized (this) {
      starting = null;
      if (!closed) {
        serving = line;
        servingSince = System.nanoTime();
      }
    }
    // It may have ended when nobody would have missed it yet.
    line.ended().ifPresent(how -> lost(line, how));
  }

  private void lost(ChildLine line, String how) {
    synchronized (this) {
      if (closed || line != serving) {
        return;
      }
      serving = null;
      if (System.nanoTime() - servingSince >= pace.steady().toNanos()) {
        pauses = 0;
      }
      Duration pause = nextPause(how);
      restarter = ChildProcess.daemon("child-" + plugin + "-restart", () -> restart(pause));
    }
    log.atWarn()
        .addKeyValue("event", "plugin-process-ended")
        .addKeyValue("plugin", plugin)
        .addKeyValue("cause", how)
        .log("plugin process ended");
  }

  private synchronized Duration nextPause(String how) {
    Duration pause = pace.pause(pauses);
    pauses++;
    Instant next = clock.instant().plus(pause).truncatedTo(ChronoUnit.MILLIS);
    away = how + "; it is restarted at " + next;
    return pause;
  }

  private void restart(Duration firstPause) {
    Duration pause = firstPause;
    try {
      while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        Optional<String> problem = tryAgain();
        if (problem.isEmpty()) {
          log.atInfo()
              .addKeyValue("event", "plugin-process-back")
              .addKeyValue("plugin", plugin)
              .log("plugin process serves again");
          return;
        }
        pause = nextPause(problem.get());
        log.atWarn()
            .addKeyValue("event", "plugin-process-lost")
            .addKeyValue("plugin", plugin)
            .addKeyValue("cause", problem.get())
            .log("plugin process not restarted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why it cannot serve, if so. */
  private Optional<String> tryAgain() throws InterruptedException {
    ChildLine line;
    try {
      line = launch();
    } catch (RuntimeException | Error e) {
      return Optional.of(whyNot(e));
    }
    try {
      launcher.prepare(line);
      serve(line);
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      line.close();
      return Optional.of(whyNot(e));
    }
  }

  /** Whatever fails here may succeed another time: memory for a thread, too. */
  private String whyNot(Throwable thrown) {
    return thrown instanceof ElsewhereException
        ? String.valueOf(thrown.getMessage())
        : "the process of plugin '" + plugin + "' cannot be started: " + thrown;
  }

  private static void join(Thread thread) {
    try {
      thread.join(RESTARTER_PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

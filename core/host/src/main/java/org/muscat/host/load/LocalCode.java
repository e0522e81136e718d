package org.muscat.host.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code of one candidate in this JVM: its class loader, and the thread {@code setup-<name>} that
 * makes and asks what it offers. One call at a time; others wait for their turn.
 */
final class LocalCode implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalCode.class);

  private final PluginClassLoader loader;
  private final Duration deadline;
  private final Duration grace;
  private final DeadlineRunner runner;

  LocalCode(PluginClassLoader loader, String name, Patience patience) {
    this.loader = loader;
    this.deadline = patience.deadline();
    this.grace = patience.grace();
    this.runner = new DeadlineRunner("setup-" + name, loader, patience.grace());
  }

  PluginClassLoader loader() {
    return loader;
  }

  /**
   * Calls the plugin and waits for it.
   *
   * @throws PluginThrewException with whatever it threw, or a {@link TookTooLongException}; only an
   *     {@link OutOfMemoryError} that no frame of the plugin is to blame for passes through
   */
  synchronized <T> T call(Callable<T> code) throws PluginThrewException {
    CallResult<T> result = runner.start(() -> PluginCode.guarded(loader, code), deadline).await();
    if (result instanceof CallResult.Returned<T> returned) {
      return PluginCode.asGiven(returned.value());
    }
    if (result instanceof CallResult.Threw<T> threw) {
      if (threw.thrown() instanceof PluginThrewException told) {
        PluginCode.rethrowOwn(loader, told.thrown());
        throw told;
      }
      PluginCode.rethrowOwn(loader, threw.thrown());
      throw new PluginThrewException(threw.thrown());
    }
    throw new PluginThrewException(new TookTooLongException(reason(result)));
  }

  private String reason(CallResult<?> result) {
    if (result instanceof CallResult.TimedOut) {
      return "did not end within " + deadline;
    }
    if (result instanceof CallResult.Stuck) {
      return "did not end within " + deadline + " and ignored the interrupt; thread abandoned";
    }
    return result instanceof CallResult.Closed
        ? "was not called: the host is closing"
        : "was not called: earlier calls of its creation are stuck";
  }

  /** Whether nothing of it is called any more, because its threads are stuck. */
  boolean isSpent() {
    return runner.isSpent();
  }

  /** Gives it new threads in place of stuck ones. */
  void renew() {
    runner.renew();
  }

  /** How many of its threads were abandoned and still run. */
  int stuck() {
    return runner.stuck();
  }

  List<OwnThread> ownThreads() {
    return OwnThreads.of(loader).stream().map(OwnThread::of).toList();
  }

  /** On the thread of the plugin and under the deadline: a thread of its may do anything then. */
  void endOwnThreads() {
    try {
      call(
          () -> {
            OwnThreads.end(loader);
            return true;
          });
    } catch (PluginThrewException e) {
      log.atWarn()
          .addKeyValue("event", "plugin-threads-left")
          .setCause(e)
          .addKeyValue("loader", loader.getName())
          .log("threads not ended");
    }
  }

  List<String> leakedThreads() {
    return OwnThreads.left(loader, grace);
  }

  @Override
  public void close() {
    runner.close();
    try {
      loader.close();
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("event", "plugin-loader-not-closed")
          .setCause(e)
          .addKeyValue("loader", loader.getName())
          .log("not closed");
    }
  }
}

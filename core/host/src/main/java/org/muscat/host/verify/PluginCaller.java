package org.muscat.host.verify;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;
import org.muscat.host.load.Given;
import org.muscat.host.load.PluginCode;
import org.muscat.host.load.PluginThrewException;
import org.muscat.host.load.Thrown;
import org.muscat.spi.Reading;

/** Calls the code of a plugin on the thread {@value #THREAD}, under a deadline. */
final class PluginCaller implements AutoCloseable {

  static final String THREAD = "muscat-verify";

  private final ClassLoader loader;
  private final DeadlineRunner runner;

  PluginCaller(ClassLoader loader, Duration grace) {
    this.loader = loader;
    this.runner = new DeadlineRunner(THREAD, loader, grace);
  }

  /**
   * Calls the plugin and waits for it.
   *
   * @param what is called, for messages: "read()"
   * @throws PluginFailedException if it threw, gave null or did not end in time
   */
  <T> T call(String what, Duration deadline, Callable<T> code) throws PluginFailedException {
    CallResult<T> result = end(deadline, code);
    if (result instanceof CallResult.Returned<T> returned) {
      T value = returned.value();
      if (value == null) {
        throw new PluginFailedException(what + " gave null.", "Return a value, or throw.");
      }
      return value;
    }
    if (result instanceof CallResult.Threw<T> threw) {
      throw new PluginFailedException(
          what
              + " threw "
              + (threw.thrown() instanceof PluginThrewException told
                  ? told.description()
                  : Thrown.describe(threw.thrown()))
              + ".",
          "Repair it, or say what is missing.");
    }
    if (result instanceof CallResult.Stuck) {
      throw new PluginFailedException(
          what + " did not end within " + deadline + " and ignored the interrupt.",
          "Let it end when its thread is interrupted; a host loses a thread to it.");
    }
    throw new PluginFailedException(
        what + " did not end within " + deadline + ".", "Make it faster, or bound what it does.");
  }

  /**
   * Calls an indicator for a reading that a host would take.
   *
   * @throws PluginFailedException as {@link #call}, and if a host would refuse what it gave
   */
  Reading read(String what, Duration deadline, Callable<Reading> code)
      throws PluginFailedException {
    try {
      return Given.reading(call(what, deadline, code));
    } catch (Given.NoResultException e) {
      throw refused(e);
    }
  }

  /** What a host says of what is no result to it. */
  static PluginFailedException refused(Given.NoResultException why) {
    return new PluginFailedException(
        why.getMessage() + "; a host takes it for none (P403).",
        "Give what has an end, and moments that can have been.");
  }

  /** Calls the plugin and tells how that ended. */
  <T> CallResult<T> end(Duration deadline, Callable<T> code) {
    return runner.start(() -> PluginCode.guarded(loader, code), deadline).await();
  }

  @Override
  public void close() {
    runner.close();
  }
}

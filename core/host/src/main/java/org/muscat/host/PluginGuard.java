package org.muscat.host;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;
import org.muscat.host.load.Code;

/**
 * Guards the indicators of one plugin: one call at a time on the plugin's own thread {@code
 * plugin-<id>}, under a deadline. When both threads of the plugin are stuck it is quarantined; when
 * too many calls in a row come too late, it is left alone for a while.
 */
final class PluginGuard implements AutoCloseable {

  private static final String READ = "read";

  private final HostedPlugin plugin;
  private final DeadlineRunner runner;
  private final CallBreaker breaker;

  PluginGuard(HostedPlugin plugin) {
    this.plugin = plugin;
    GuardSettings settings = plugin.settings();
    this.runner =
        new DeadlineRunner(
            "plugin-" + plugin.id(), plugin.contextLoader(), settings.grace(), plugin.work());
    this.breaker = new CallBreaker(settings.breaker(), System::nanoTime);
  }

  /** Why there is no call now; empty if there may be one. */
  Optional<CallFailed> refusal() {
    return plugin
        .health()
        .refusal()
        .or(() -> breaker.left().map(left -> CallFailed.breakerOpen(plugin.id(), left)));
  }

  /** Starts a call; its deadline counts from now. Does not wait. */
  <T> DeadlineRunner.Call<T> start(Callable<T> task) {
    return runner.start(task, plugin.settings().readDeadline());
  }

  /**
   * Notes what the end of a call says about the plugin.
   *
   * @param what was called last, for people: "indicator 'oil-fear'"
   * @param failure the first one among the readings
   * @param startedAt of the call, as {@link System#nanoTime}
   */
  void judge(CallResult<?> result, String what, Optional<CallFailed> failure, long startedAt) {
    plugin.calls().ended(plugin.id(), READ, startedAt);
    if (result instanceof CallResult.Stuck<?> stuck) {
      plugin
          .health()
          .stuck(
              stuck.exhausted(),
              what + " did not end within " + stuck.deadline() + " and ignored the interrupt");
      breaker.failed();
    } else if (result instanceof CallResult.TimedOut
        || failure.filter(PluginGuard::isLate).isPresent()) {
      late(what);
    } else if (result instanceof CallResult.Returned) {
      breaker.succeeded();
      failure.ifPresentOrElse(
          found -> degraded(what, found), () -> plugin.health().sound(plugin.stuckThreads()));
    }
  }

  private static boolean isLate(CallFailed failure) {
    return failure.kind() == CallFailed.Kind.TIMED_OUT;
  }

  private void late(String what) {
    Duration deadline = plugin.settings().readDeadline();
    Optional<Duration> pause = breaker.failed();
    String cause = what + " did not end within the " + deadline + " that all of its plugin have";
    String fix = "Make it faster, or give plugins more time: plugins.read-deadline in muscat.yaml.";
    if (pause.isPresent()) {
      String left = "; too often in a row, so it is not called for " + pause.get();
      degraded(Code.P404, cause + left, fix);
    } else {
      degraded(Code.P401, cause, fix);
    }
  }

  private void degraded(String what, CallFailed failure) {
    String cause = what + " " + failure.message();
    switch (failure.kind()) {
      case INVALID_RESULT ->
          degraded(Code.P403, cause, "Give Measured or NoData; tell the author of the plugin.");
      case PROCESS_AWAY ->
          degraded(
              Code.P408,
              cause,
              "It is started again by itself; repair what ended it, or give it more memory.");
      default ->
          degraded(
              Code.P406,
              cause,
              "Say NoData with the reason where there is nothing to measure; tell the author of"
                  + " the plugin.");
    }
  }

  private void degraded(Code code, String cause, String fix) {
    plugin.health().degraded(code, cause, fix, plugin.stuckThreads());
  }

  int stuck() {
    return runner.stuck();
  }

  /** Gives it new threads and closes the breaker. */
  void renew() {
    runner.renew();
    breaker.succeeded();
  }

  @Override
  public void close() {
    runner.close();
  }
}

package org.muscat.host;

import java.util.concurrent.Callable;
import org.muscat.host.guard.CallResult;
import org.muscat.host.guard.DeadlineRunner;

/**
 * Guards the indicators of one plugin: one call at a time on the plugin's own thread {@code
 * plugin-<id>}, under a deadline. When both threads of the plugin are stuck it is quarantined.
 */
final class PluginGuard implements AutoCloseable {

  private final HostedPlugin plugin;
  private final DeadlineRunner runner;

  PluginGuard(HostedPlugin plugin) {
    this.plugin = plugin;
    this.runner =
        new DeadlineRunner(
            "plugin-" + plugin.id(), plugin.contextLoader(), plugin.settings().grace());
  }

  /** Starts a call; its deadline counts from now. Does not wait. */
  <T> DeadlineRunner.Call<T> start(Callable<T> task) {
    return runner.start(task, plugin.settings().readDeadline());
  }

  /** Notes what the end of a call says about the plugin. */
  void judge(CallResult<?> result, String what) {
    if (result instanceof CallResult.Stuck<?> stuck) {
      String cause =
          what + " did not end within " + stuck.deadline() + " and ignored the interrupt";
      plugin.stuck(stuck.exhausted() ? Status.QUARANTINED : Status.STUCK, cause);
    }
  }

  @Override
  public void close() {
    runner.close();
  }
}

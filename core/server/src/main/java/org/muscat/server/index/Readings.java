package org.muscat.server.index;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Outcome;
import org.muscat.host.ReadRequest;

/** Reads indicators, one caller at a time: a plugin that works for one is skipped for another. */
final class Readings {

  private final LoadedPlugins plugins;
  private final ReentrantLock turn = new ReentrantLock(true);

  Readings(LoadedPlugins plugins) {
    this.plugins = plugins;
  }

  /**
   * What came of a call.
   *
   * @param outcomes one for each request, in their order
   * @param nanos how long the call took
   */
  record Answer(List<Outcome> outcomes, long nanos) {}

  /** Waits for whoever reads already. */
  Answer readAll(List<ReadRequest> requests) {
    turn.lock();
    try {
      long startedAt = System.nanoTime();
      List<Outcome> outcomes = plugins.readAll(requests);
      return new Answer(outcomes, System.nanoTime() - startedAt);
    } finally {
      turn.unlock();
    }
  }
}

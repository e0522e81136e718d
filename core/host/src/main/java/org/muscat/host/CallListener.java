package org.muscat.host;

import java.time.Duration;

/** Hears of every call into plugins that ended or was given up. Called on the calling thread. */
@FunctionalInterface
public interface CallListener {

  /**
   * A call is over.
   *
   * @param plugin the id of the plugin
   * @param call what was called: {@code read} for all readings of a tick, or {@code fetch}
   * @param took from the start until the host went on
   */
  void called(String plugin, String call, Duration took);
}

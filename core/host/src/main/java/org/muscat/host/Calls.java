package org.muscat.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells listeners of the calls into plugins. Thread-safe. */
final class Calls {

  private final List<CallListener> listeners = new CopyOnWriteArrayList<>();

  void listen(CallListener listener) {
    listeners.add(listener);
  }

  /** A call is over that was started at this {@link System#nanoTime}. */
  void ended(String plugin, String call, long startedAt) {
    if (!listeners.isEmpty()) {
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      listeners.forEach(listener -> listener.called(plugin, call, took));
    }
  }
}

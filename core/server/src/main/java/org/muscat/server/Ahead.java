package org.muscat.server;

import java.util.List;
import java.util.Map;
import org.muscat.server.document.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs libraries once, on a thread of its own, while the command line and the configuration are
 * read: a short command needs them soon after, and the first run of each takes longest. It has no
 * other effect; what fails here fails again where it is needed, and is told there.
 */
final class Ahead {

  private Ahead() {}

  /** Begins. */
  static void start() {
    Thread thread = new Thread(Ahead::run, "ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run() {
    Logger log = LoggerFactory.getLogger(Ahead.class);
    try {
      log.trace("{}", Json.compact(Map.of("numbers", List.of(0.5))));
    } catch (RuntimeException e) {
      log.debug("cannot be run ahead", e);
    }
  }
}

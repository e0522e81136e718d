package org.muscat.server;

import org.slf4j.LoggerFactory;

/**
 * Asks for the log on a thread of its own while the command line is read: nearly everything needs
 * it soon after, and the first who asks waits longest. It has no other effect.
 */
final class Ahead {

  private Ahead() {}

  /** Begins. */
  static void start() {
    Thread thread = new Thread(() -> LoggerFactory.getLogger(Ahead.class), "ahead");
    thread.setDaemon(true);
    thread.start();
  }
}

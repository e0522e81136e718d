package org.muscat.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A line on a terminal that says how far a long command is; nothing at all where there is none. For
 * one thread.
 */
final class Progress {

  /** What {@code bin/muscat} sets when the standard error is a terminal. */
  static final String TERMINAL = "muscat.terminal";

  private static final Duration PACE = Duration.ofMillis(200);

  /** Carriage return, and erase to the end of the line. */
  private static final String BEGIN = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final Clock clock;
  private final int all;
  private final Instant begun;
  private Instant shown = Instant.EPOCH;

  /**
   * Something that begins.
   *
   * @param terminal whether {@code err} is one
   * @param all how many steps there are, at least 1
   */
  Progress(PrintWriter err, boolean terminal, Clock clock, int all) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.all = all;
    this.begun = clock.instant();
  }

  /** So many steps are done. */
  void at(int done) {
    Instant now = clock.instant();
    if (!terminal || now.isBefore(shown.plus(PACE))) {
      return;
    }
    shown = now;
    long left = Duration.between(begun, now).toMillis() * (all - done) / done;
    err.print(
        BEGIN
            + done
            + " of "
            + all
            + " moments, "
            + 100L * done / all
            + " %, about "
            + Duration.ofMillis(left).toSeconds()
            + " s left");
    err.flush();
  }

  /** Removes the line, so that something else can be written there. */
  void clear() {
    if (terminal && shown.isAfter(Instant.EPOCH)) {
      err.print(BEGIN);
      err.flush();
    }
  }
}

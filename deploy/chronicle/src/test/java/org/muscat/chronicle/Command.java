package org.muscat.chronicle;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * A command that was run to its end in this process.
 *
 * @param code with which it ended
 */
record Command(int code, String out, String err) {

  /** On 2026-11-27. */
  static Command run(String... arguments) {
    return run(Instant.parse("2026-11-27T12:00:00Z"), arguments);
  }

  static Command run(Instant now, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        ChronicleCommand.run(
            Clock.fixed(now, ZoneOffset.UTC),
            new PrintWriter(out),
            new PrintWriter(err),
            arguments);
    return new Command(code, out.toString(), err.toString());
  }
}

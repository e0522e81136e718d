package org.muscat.chronicle;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that was run to its end in this process.
 *
 * @param code with which it ended
 */
record Command(int code, String out, String err) {

  static Command run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = ChronicleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Command(code, out.toString(), err.toString());
  }
}

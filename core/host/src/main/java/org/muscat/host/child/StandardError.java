package org.muscat.host.child;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.muscat.host.guard.LineBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes what a child writes to its standard error to the log, line by line and not too much of it,
 * and remembers the last lines.
 */
final class StandardError implements Runnable {

  private static final int LONGEST_LINE = 2_000;
  private static final int REMEMBERED = 3;

  private final String plugin;
  private final InputStream in;
  private final Logger log;
  private final Deque<String> last = new ArrayDeque<>();
  private final LineBudget budget = new LineBudget();

  StandardError(String plugin, InputStream in) {
    this.plugin = plugin;
    this.in = new BufferedInputStream(in);
    this.log = LoggerFactory.getLogger("org.muscat.plugin." + plugin);
  }

  /** Reads until the child closes it. */
  @Override
  public void run() {
    try (in) {
      StringBuilder line = new StringBuilder();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet == '\n' || line.length() >= LONGEST_LINE) {
          take(line);
        }
        if (octet != '\n') {
          line.append((char) octet);
        }
      }
      take(line);
    } catch (IOException e) {
      log.atDebug()
          .addKeyValue("event", "plugin-output-closed")
          .setCause(e)
          .addKeyValue("plugin", plugin)
          .log("standard error is closed");
    }
  }

  /** The last lines, oldest first. */
  synchronized List<String> lastLines() {
    return List.copyOf(last);
  }

  private void take(StringBuilder octets) {
    byte[] bytes = octets.toString().getBytes(StandardCharsets.ISO_8859_1);
    octets.setLength(0);
    String line = new String(bytes, Charset.defaultCharset()).stripTrailing();
    if (!line.isEmpty()) {
      remember(line);
      write(line);
    }
  }

  private synchronized void remember(String line) {
    last.addLast(line);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
  }

  private void write(String line) {
    LineBudget.Turn turn = budget.spend();
    if (turn.leftOut() > 0) {
      log.atWarn()
          .addKeyValue("event", "plugin-output-cut")
          .addKeyValue("plugin", plugin)
          .addKeyValue("lines", turn.leftOut())
          .log("left out");
    }
    if (turn.isWithin()) {
      log.atInfo().addKeyValue("event", "plugin-says").addKeyValue("plugin", plugin).log(line);
    }
  }
}

package org.muscat.server.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;
import org.muscat.host.load.PlainText;

/**
 * Writes stack traces with every line set in, so that none of them, whatever the message of an
 * exception is, looks like an event. Thread-safe.
 */
final class IndentedTrace extends ThrowableProxyConverter {

  private static final String INDENT = "    ";
  private static final String TAB = "\t";

  @Override
  public String convert(ILoggingEvent event) {
    return super.convert(event)
        .lines()
        .map(line -> setIn(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** Frames have a tab of their own. */
  private static String setIn(String line) {
    return line.startsWith(TAB)
        ? TAB + PlainText.line(line.substring(1))
        : INDENT + PlainText.line(line);
  }
}

package org.muscat.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.muscat.host.load.PlainText;

/**
 * The log for people: an event is a line (when, how bad, thread, class, what is said, fields), and
 * its stack trace set in below it. What is said stays in its line: part of it may come from a
 * plugin or a source, which must not write lines of its own.
 */
final class TextLines extends LayoutWrappingEncoder<ILoggingEvent> {

  TextLines(Context context) {
    Lines lines = new Lines();
    lines.setContext(context);
    lines.start();
    setLayout(lines);
  }

  /** Made when the first line is written: most commands write none. */
  private static final class Time {
    static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
  }

  /** Thread-safe. */
  private static final class Lines extends LayoutBase<ILoggingEvent> {

    private static final int LEVEL_WIDTH = 5;
    private static final int THREAD_WIDTH = 12;

    private final IndentedTrace trace = new IndentedTrace();

    @Override
    public void start() {
      trace.start();
      super.start();
    }

    @Override
    public String doLayout(ILoggingEvent event) {
      StringBuilder line = new StringBuilder();
      Time.FORMAT.formatTo(event.getInstant(), line);
      padded(line.append(' '), event.getLevel().toString(), LEVEL_WIDTH);
      padded(line.append(' '), event.getThreadName(), THREAD_WIDTH);
      String logger = event.getLoggerName();
      return line.append(' ')
          .append(logger, logger.lastIndexOf('.') + 1, logger.length())
          .append(' ')
          .append(PlainText.line(event.getFormattedMessage() + ' ' + Fields.of(event)))
          .append(System.lineSeparator())
          .append(trace.convert(event))
          .toString();
    }

    private static void padded(StringBuilder line, String text, int width) {
      line.append(text).append(" ".repeat(Math.max(0, width - text.length())));
    }
  }
}

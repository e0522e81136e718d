package org.muscat.server.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;

/** The log for people: an event is a line, and its stack trace set in below it. */
final class TextLines extends LayoutWrappingEncoder<ILoggingEvent> {

  /** Behind a bracket a percent sign is text, behind options it is not. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %-12thread %logger{0}"
          + " %plain(%msg %fields){line}%n%trace";

  TextLines(Context context) {
    PatternLayout lines = new PatternLayout();
    lines.setContext(context);
    lines.getInstanceConverterMap().put("fields", Fields::new);
    lines.getInstanceConverterMap().put("plain", PlainLine::new);
    lines.getInstanceConverterMap().put("trace", IndentedTrace::new);
    lines.setPattern(PATTERN);
    lines.start();
    setLayout(lines);
  }
}

package org.muscat.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import org.muscat.host.load.PlainText;

/**
 * Keeps what is said in one line of the text log: part of it may come from a plugin or a source,
 * which must not write lines of its own. Thread-safe.
 */
final class PlainLine extends CompositeConverter<ILoggingEvent> {

  @Override
  protected String transform(ILoggingEvent event, String text) {
    return PlainText.line(text);
  }
}

package org.muscat.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Writes the fields of a line of the text log, such as {@code event="fetch-failed"}. Whatever a
 * value has in it stays inside its quotes: part of it may come from whoever sends a request.
 */
final class Fields {

  private Fields() {}

  /** All of an event, with blanks between them; empty if it has none. */
  static String of(ILoggingEvent event) {
    @Nullable List<KeyValuePair> fields = event.getKeyValuePairs();
    return fields == null
        ? ""
        : fields.stream()
            .map(field -> field.key + "=\"" + quoted(String.valueOf(field.value)) + '"')
            .collect(Collectors.joining(" "));
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}

package org.muscat.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.slf4j.event.KeyValuePair;

/**
 * Writes the keys of an event as fields: numbers and booleans as such, all else as the text that
 * the log has in its other format. The encoder's own way writes values as objects of their classes,
 * which differs between events, and loses the whole event over one whose class it does not know.
 * Thread-safe.
 */
final class KeyValues extends AbstractJsonProvider<ILoggingEvent> {

  @Override
  public void writeTo(JsonGenerator generator, ILoggingEvent event) throws IOException {
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        write(generator, pair);
      }
    }
  }

  private static void write(JsonGenerator generator, KeyValuePair pair) throws IOException {
    generator.writeFieldName(pair.key);
    if (pair.value == null) {
      generator.writeNull();
    } else if (pair.value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (isNumber(pair.value)) {
      generator.writeNumber(new BigDecimal(pair.value.toString()));
    } else {
      generator.writeString(pair.value.toString());
    }
  }

  /** JSON has no number for NaN and the infinities. */
  private static boolean isNumber(Object value) {
    return value instanceof Number number
        && Double.isFinite(number.doubleValue())
        && number.getClass().getName().startsWith("java.lang.");
  }
}

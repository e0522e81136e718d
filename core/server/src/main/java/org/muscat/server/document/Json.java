package org.muscat.server.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Writes documents as JSON: components in the order of the record, an absent value as null, numbers
 * with as few digits as tell them apart. That is what {@link Double#toString} does from Java 19 on;
 * before, it has sometimes more.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();
  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /** One line. */
  public static String compact(Object document) {
    return write(MAPPER.writer(), document);
  }

  /** Indented, for people. */
  public static String pretty(Object document) {
    return write(PRETTY, document);
  }

  /**
   * Finds out how documents of a type are written, on a thread of its own: the first of them would
   * wait for it.
   */
  public static void prepare(Class<?> type) {
    Thread thread = new Thread(() -> MAPPER.writerFor(type), "documents");
    thread.setDaemon(true);
    thread.start();
  }

  private static String write(ObjectWriter writer, Object document) {
    try {
      return writer.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot write " + document.getClass().getName(), e);
    }
  }
}

package org.muscat.server.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * A successful answer.
 *
 * @param headers by their names, beside those that every answer has
 */
record Answer(String contentType, Buffer body, Map<String, String> headers) {

  Answer {
    headers = Map.copyOf(headers);
  }

  /** One with no headers of its own. */
  static Answer of(String contentType, String body) {
    return new Answer(contentType, Buffer.buffer(body), Map.of());
  }

  /** A document of JSON. */
  static Answer json(String body) {
    return of("application/json", body);
  }
}

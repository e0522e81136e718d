package org.muscat.server.http;

import io.vertx.core.buffer.Buffer;
import org.muscat.server.document.Json;
import org.muscat.server.document.StreamDocument;

/**
 * An event of the stream, written once for all who listen.
 *
 * @param said what it says
 * @param text as it is sent; nobody changes it
 */
record StreamEvent(StreamDocument said, Buffer text) {

  /** The event of a document. */
  static StreamEvent of(StreamDocument said) {
    return new StreamEvent(
        said,
        Buffer.buffer("event: index\nid: " + said.id() + "\ndata: " + Json.compact(said) + "\n\n"));
  }

  private record Reason(String reason) {}

  /** An event about the stream itself. */
  static Buffer text(String name, String reason) {
    return Buffer.buffer("event: " + name + "\ndata: " + Json.compact(new Reason(reason)) + "\n\n");
  }
}

package org.muscat.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.Ending;

/**
 * An answer as it is sent: with the tags of its body, which is compressed once, for the first who
 * wants that. Safe for any thread.
 */
final class Prepared {

  private final Answer answer;
  private final EntityTag tag;
  private volatile @Nullable Buffer packed;

  /** Reads the whole body: not for an event loop. */
  Prepared(Answer answer) {
    this.answer = answer;
    this.tag = EntityTag.of(answer.body());
  }

  /** Whether the body is there in a coding. */
  boolean has(Coding coding) {
    return coding == Coding.IDENTITY || packed != null;
  }

  /** The bytes of the body in a coding. */
  int size(Coding coding) {
    @Nullable Buffer compressed = coding == Coding.GZIP ? packed : null;
    return (compressed == null ? answer.body() : compressed).length();
  }

  /** This with the body in a coding. Compresses it if nobody did: not for an event loop. */
  Prepared in(Coding coding) {
    if (!has(coding)) {
      pack();
    }
    return this;
  }

  private synchronized void pack() {
    if (packed == null) {
      packed = packed(answer.body().getBytes());
    }
  }

  private static Buffer packed(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return Buffer.buffer(out.toByteArray());
  }

  /**
   * Answers a request, on its event loop. What changes something, or depends on a body, has no tag.
   *
   * @param coding in which the body is there
   * @return when it was taken from this process, or fails when it could not
   */
  Future<Void> send(RoutingContext context, Coding coding) {
    HttpServerResponse response = context.response();
    answer.headers().forEach(response::putHeader);
    if (!context.request().method().equals(HttpMethod.POST)) {
      EntityTag sent = coding == Coding.GZIP ? tag.packed() : tag;
      response
          .putHeader(HttpHeaders.ETAG, sent.text())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
          .headers()
          .add(HttpHeaders.VARY, "Accept, Accept-Encoding");
      if (sent.isIn(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
        return response.setStatusCode(304).end();
      }
    }
    @Nullable Buffer compressed = coding == Coding.GZIP ? packed : null;
    if (compressed != null) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    Buffer body = compressed == null ? answer.body() : compressed;
    response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
    return Ending.with(context.request(), body);
  }
}

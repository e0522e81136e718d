package org.muscat.server.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Ends answers. The answer to HEAD has the headers of the one to GET and no body: over HTTP/2 the
 * server does not leave it out by itself. For event loops.
 */
public final class Ending {

  private Ending() {}

  /**
   * Ends the answer to a request whose status and headers are set.
   *
   * @return when it was taken from this process, or fails when it could not
   */
  public static Future<Void> with(HttpServerRequest request, Buffer body) {
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
    return request.method().equals(HttpMethod.HEAD) ? response.end() : response.end(body);
  }
}

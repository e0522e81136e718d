package org.muscat.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.Address;

/**
 * The bodies that are being read, or belong to questions that are not answered yet: together they
 * take so much memory and no more, however many connections send some. For event loops.
 */
final class Bodies {

  private static final long RETRY_SECONDS = 2;

  private final Shares bytes;

  /**
   * No bodies yet.
   *
   * @param most bytes of all of them
   */
  Bodies(int most) {
    this.bytes = new Shares(most);
  }

  /**
   * Makes room for the body of a request until that is answered.
   *
   * @param limit its bytes at most
   * @throws Problem if there is no room just now
   */
  void expect(RoutingContext context, int limit) {
    Address from = Address.of(context.request());
    int size = size(context.request(), limit);
    if (!bytes.take(from, size)) {
      throw Problem.busy("too much is being sent just now; send it again later", RETRY_SECONDS);
    }
    context.addEndHandler(done -> bytes.give(from, size));
  }

  /** What it says, or all that it may have. */
  private static int size(HttpServerRequest request, int limit) {
    @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,9}")
        ? Math.min(limit, Integer.parseInt(length))
        : limit;
  }
}

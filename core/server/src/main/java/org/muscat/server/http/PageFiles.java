package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the files of the page from the class path. Each is read once and kept; together they have
 * some hundred kilobytes. A worker reads what is not kept yet, so that this is for event loops.
 */
final class PageFiles implements Handler<RoutingContext> {

  private static final String FOLDER = "page/";
  private static final String FIRST = "index.html";

  /** One folder at most, letters and hyphens: no name leads out of the page. */
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z]+/)?[A-Za-z-]+(?:\\.[A-Za-z]+)*\\.(html|css|js|json)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json");

  private record PageFile(String type, Buffer body, EntityTag tag) {}

  private final Map<String, PageFile> kept = new ConcurrentHashMap<>();

  @Override
  public void handle(RoutingContext context) {
    String path = context.request().path();
    String name = path.equals("/") ? FIRST : path.substring(1);
    PageFile file = kept.get(name);
    Matcher named = NAME.matcher(name);
    if (file != null) {
      send(context, file);
    } else if (named.matches()) {
      String type = TYPES.getOrDefault(named.group(1), "");
      context
          .vertx()
          .executeBlocking(() -> read(name, type), false)
          .onSuccess(read -> read.ifPresentOrElse(found -> send(context, found), context::next))
          .onFailure(context::fail);
    } else {
      context.next();
    }
  }

  private Optional<PageFile> read(String name, String type) throws IOException {
    try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      Buffer body = Buffer.buffer(in.readAllBytes());
      PageFile file = new PageFile(type, body, EntityTag.of(body));
      kept.put(name, file);
      return Optional.of(file);
    }
  }

  private static void send(RoutingContext context, PageFile file) {
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.ETAG, file.tag().text())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "Accept-Encoding");
    if (file.tag().isIn(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.body());
  }
}

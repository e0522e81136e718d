package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the files of the page from the class path. Each is read once and kept, as it is and
 * compressed; together they have some hundred kilobytes. A worker reads what is not kept yet, so
 * that this is for event loops.
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

  private final Map<String, Prepared> kept = new ConcurrentHashMap<>();

  @Override
  public void handle(RoutingContext context) {
    String path = context.request().path();
    String name = path.equals("/") ? FIRST : path.substring(1);
    Prepared file = kept.get(name);
    Coding coding = Coding.of(context);
    Matcher named = NAME.matcher(name);
    if (file != null && file.has(coding)) {
      file.send(context, coding);
    } else if (named.matches()) {
      String type = TYPES.getOrDefault(named.group(1), "");
      context
          .vertx()
          .executeBlocking(() -> read(name, type).map(read -> read.in(coding)), false)
          .onSuccess(
              read -> read.ifPresentOrElse(found -> found.send(context, coding), context::next))
          .onFailure(context::fail);
    } else {
      context.next();
    }
  }

  private Optional<Prepared> read(String name, String type) throws IOException {
    Prepared before = kept.get(name);
    if (before != null) {
      return Optional.of(before);
    }
    try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      Prepared file = new Prepared(new Answer(type, Buffer.buffer(in.readAllBytes()), Map.of()));
      kept.put(name, file);
      return Optional.of(file);
    }
  }
}

package org.muscat.server.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the log, as the logger {@code audit}, of each change and each attempt at one. */
final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger("audit");
  private static final int SUCCESSES_END = 300;

  private Audit() {}

  /** A request that was to change something has been answered. */
  static void tell(HttpServerRequest request, Caller caller, int status) {
    if (status < SUCCESSES_END) {
      with(LOG.atInfo().addKeyValue("event", "change-made"), request, caller, status)
          .log("change made");
    } else {
      with(LOG.atWarn().addKeyValue("event", "change-refused"), request, caller, status)
          .log("change refused");
    }
  }

  private static LoggingEventBuilder with(
      LoggingEventBuilder event, HttpServerRequest request, Caller caller, int status) {
    return event
        .addKeyValue("who", caller.isKnown() ? caller.name() : "unknown")
        .addKeyValue("role", caller.role().word())
        .addKeyValue("by", caller.by().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .addKeyValue("from", Address.of(request).host())
        .addKeyValue("method", request.method().name())
        .addKeyValue("path", request.path())
        .addKeyValue("status", status);
  }
}

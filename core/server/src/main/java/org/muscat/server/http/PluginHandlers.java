package org.muscat.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Inject;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.quarantine.Quarantine;
import org.muscat.server.quarantine.QuarantineWatch;

/** Shows plugins, and takes them out of service and back. Runs on a query thread. */
final class PluginHandlers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Documents documents;
  private final QuarantineWatch quarantine;

  @Inject
  PluginHandlers(Documents documents, QuarantineWatch quarantine) {
    this.documents = documents;
    this.quarantine = quarantine;
  }

  String all(RoutingContext context) {
    return Json.compact(documents.plugins());
  }

  /** Lets nothing of a plugin be called; answers with the verdicts. */
  String quarantine(RoutingContext context) {
    requireJson(context);
    String plugin = context.pathParam("plugin");
    if (!quarantine.quarantine(plugin, reason(context))) {
      throw unknown(plugin);
    }
    return Json.compact(documents.plugin(plugin));
  }

  /** Lets a plugin be called again; answers with the verdicts. */
  String release(RoutingContext context) {
    requireJson(context);
    String plugin = context.pathParam("plugin");
    if (!quarantine.release(plugin)) {
      throw unknown(plugin);
    }
    return Json.compact(documents.plugin(plugin));
  }

  /** A page of another origin cannot send this type without asking first, and is refused then. */
  private static void requireJson(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw Problem.badRequest("the Content-Type is " + type + "; send application/json");
    }
  }

  private static String reason(RoutingContext context) {
    String body = context.body().asString("UTF-8");
    JsonNode reason;
    try {
      reason = MAPPER.readTree(body == null ? "" : body).path("reason");
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
    }
    String text = reason.isTextual() ? reason.asText().strip() : "";
    if (!Quarantine.isReason(text)) {
      throw Problem.unprocessable(
          "say why, in one line of at most "
              + Quarantine.LONGEST_REASON
              + " characters: {\"reason\": \"wrong figures since Monday\"}");
    }
    return text;
  }

  private static Problem unknown(String plugin) {
    return Problem.notFound("no plugin '" + plugin + "' is loaded; see /api/v1/plugins");
  }
}

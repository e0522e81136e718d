package org.muscat.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muscat.server.archive.HistoryCsv;
import org.muscat.server.archive.OpenMetricsArchive;
import org.muscat.server.document.HistoryPoint;
import org.muscat.server.document.Json;
import org.muscat.server.index.Theatre;

/** As what a history is sent. */
enum HistoryFormat {
  JSON("application/json", "application/json", "json"),
  CSV("text/csv", "text/csv; charset=us-ascii; header=present", "csv"),
  OPENMETRICS(
      "application/openmetrics-text",
      "application/openmetrics-text; version=1.0.0; charset=utf-8",
      "om");

  private final String mediaType;
  private final String contentType;
  private final String extension;

  HistoryFormat(String mediaType, String contentType, String extension) {
    this.mediaType = mediaType;
    this.contentType = contentType;
    this.extension = extension;
  }

  /**
   * What a request wants: its parameter {@code format}, else what it accepts most; JSON if it does
   * not say, or wants nothing of these.
   */
  static HistoryFormat of(RoutingContext context) {
    Optional<String> asked = Optional.ofNullable(context.queryParams().get("format"));
    if (asked.isPresent()) {
      return valueOf(asked.get().toUpperCase(Locale.ROOT));
    }
    HistoryFormat best = JSON;
    float weight = 0;
    for (MIMEHeader wanted : context.parsedHeaders().accept()) {
      for (HistoryFormat format : values()) {
        if (format.mediaType.equalsIgnoreCase(wanted.mediaType()) && wanted.weight() > weight) {
          best = format;
          weight = wanted.weight();
        }
      }
    }
    return best;
  }

  /**
   * The answer to a request.
   *
   * @param headers that it has beside its own
   */
  Answer answer(
      RoutingContext context,
      Theatre theatre,
      List<HistoryPoint> points,
      Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    if (context.queryParams().contains("format")) {
      all.put(
          "Content-Disposition",
          "attachment; filename=\"" + theatre.id() + "-history." + extension + '"');
    }
    return new Answer(contentType, Buffer.buffer(text(theatre, points)), all);
  }

  private String text(Theatre theatre, List<HistoryPoint> points) {
    StringBuilder out = new StringBuilder();
    switch (this) {
      case JSON -> out.append(Json.compact(points));
      case CSV -> HistoryCsv.write(theatre.model().id(), theatre.id(), points, out);
      case OPENMETRICS -> {
        long unused =
            new OpenMetricsArchive(out).points(theatre.model().id(), theatre.id(), points);
      }
    }
    return out.toString();
  }
}

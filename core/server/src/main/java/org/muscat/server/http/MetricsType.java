package org.muscat.server.http;

import io.vertx.ext.web.MIMEHeader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.server.metrics.ExpositionFormat;

/**
 * The media type of a page of metrics.
 *
 * @param format in which it is written
 * @param contentType for the header
 */
record MetricsType(ExpositionFormat format, String contentType) {

  private static final MetricsType STANDARD =
      new MetricsType(ExpositionFormat.TEXT, ExpositionFormat.TEXT.contentType());

  /** How names could be written that have other characters than [a-zA-Z0-9_:]; none has. */
  private static final Set<String> ESCAPINGS =
      Set.of("allow-utf-8", "underscores", "dots", "values");

  /**
   * The type that a scraper wants most; of several that it wants as much, the one that it names
   * first. One that wants nothing of what there is gets the text format 0.0.4, as from every client
   * library.
   *
   * @param accepted as its Accept header says
   */
  static MetricsType best(List<MIMEHeader> accepted) {
    MetricsType best = STANDARD;
    float weight = 0;
    for (MIMEHeader wanted : accepted) {
      MetricsType type = of(wanted);
      if (type != null && wanted.weight() > weight) {
        best = type;
        weight = wanted.weight();
      }
    }
    return best;
  }

  private static @Nullable MetricsType of(MIMEHeader wanted) {
    String version = parameter(wanted, "version");
    return switch (wanted.mediaType().toLowerCase(Locale.ROOT)) {
      case "application/vnd.google.protobuf" ->
          parameter(wanted, "proto").equals("io.prometheus.client.MetricFamily")
                  && Set.of("", "delimited").contains(parameter(wanted, "encoding"))
              ? of(ExpositionFormat.PROTOBUF)
              : null;
      case "application/openmetrics-text" ->
          Set.of("", "1.0.0").contains(version) ? of(ExpositionFormat.OPEN_METRICS) : null;
      case "text/plain" ->
          switch (version) {
            case "", "0.0.4" -> STANDARD;
            case "1.0.0" -> text(parameter(wanted, "escaping"));
            default -> null;
          };
      case "text/*", "*/*" -> STANDARD;
      default -> null;
    };
  }

  private static MetricsType of(ExpositionFormat format) {
    return new MetricsType(format, format.contentType());
  }

  private static MetricsType text(String escaping) {
    String told = ESCAPINGS.contains(escaping) ? escaping : "underscores";
    return new MetricsType(
        ExpositionFormat.TEXT, "text/plain; version=1.0.0; charset=utf-8; escaping=" + told);
  }

  private static String parameter(MIMEHeader wanted, String name) {
    String value = wanted.parameter(name);
    return value == null ? "" : value;
  }
}

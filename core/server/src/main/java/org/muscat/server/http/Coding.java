package org.muscat.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How a body is sent (RFC 9110, section 8.4). */
enum Coding {
  /** As it is. */
  IDENTITY,
  GZIP;

  /** What a request wants: gzip, if it is wanted no less than a body as it is. */
  static Coding of(RoutingContext context) {
    if (!context.request().headers().contains(HttpHeaders.ACCEPT_ENCODING)) {
      return IDENTITY;
    }
    List<ParsedHeaderValue> accepted = context.parsedHeaders().acceptEncoding();
    double quality = quality(accepted, "gzip", "x-gzip", "*").orElse(0);
    boolean wanted = quality > 0 && quality >= quality(accepted, "identity").orElse(0);
    return wanted ? GZIP : IDENTITY;
  }

  /** That of the first of some codings that is told. */
  private static OptionalDouble quality(List<ParsedHeaderValue> accepted, String... codings) {
    return Stream.of(codings)
        .flatMap(coding -> accepted.stream().filter(told -> told.value().equalsIgnoreCase(coding)))
        .mapToDouble(ParsedHeaderValue::weight)
        .findFirst();
  }
}

package org.muscat.server.http;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import org.muscat.server.metrics.Exposition;

/** Answers scrapes. Runs on a query thread. */
final class MetricsHandler {

  private final PrometheusRegistry registry;

  @Inject
  MetricsHandler(PrometheusRegistry registry) {
    this.registry = registry;
  }

  Answer page(RoutingContext context) {
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    Exposition.Page page = Exposition.of(registry, accept);
    return new Answer(page.contentType(), Buffer.buffer(page.body()));
  }
}

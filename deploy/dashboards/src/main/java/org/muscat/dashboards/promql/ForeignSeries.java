package org.muscat.dashboards.promql;

import java.util.Set;

/**
 * What dashboards ask for and Muscat does not export itself: that of Prometheus, and what
 * Micrometer exports of the JVM and the HTTP server. The catalogue cannot vouch for these; the gate
 * does, which asks for each at a running Muscat.
 */
public final class ForeignSeries {

  public static final Series UP = gauge("up");
  public static final Series SCRAPE_DURATION = gauge("scrape_duration_seconds");

  /**
   * The alerts of {@code deploy/prometheus} that are pending or fire, with most of their labels.
   */
  public static final Series ALERTS =
      gauge(
          "ALERTS",
          "alertname",
          "alertstate",
          "severity",
          "concern",
          "model",
          "theatre",
          "feed",
          "plugin");

  public static final Series HEAP_USED = gauge("jvm_memory_used_bytes", "area", "id");
  public static final Series HEAP_LIMIT = gauge("jvm_memory_max_bytes", "area", "id");
  public static final Series THREADS = gauge("jvm_threads_live_threads");
  public static final Series HTTP_SECONDS_SUM =
      counter("vertx_http_server_response_time_seconds_sum", "code", "method");
  public static final Series HTTP_SECONDS_COUNT =
      counter("vertx_http_server_response_time_seconds_count", "code", "method");

  private ForeignSeries() {}

  private static Series gauge(String name, String... labels) {
    return Series.known(name, Set.of(labels), false);
  }

  private static Series counter(String name, String... labels) {
    return Series.known(name, Set.of(labels), true);
  }
}

package org.muscat.server.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.muscat.host.CallListener;

/** How long calls into plugins took, as a histogram, classic and native. Safe for any thread. */
public final class PluginCallSeconds implements CallListener {

  private static final double NANOS = 1e9;

  private final Histogram seconds;

  /** A histogram without calls, registered. */
  public PluginCallSeconds(PrometheusRegistry registry) {
    this.seconds =
        Histogram.builder()
            .name(HealthMetric.PLUGIN_CALL_SECONDS.familyName())
            .help(HealthMetric.PLUGIN_CALL_SECONDS.about())
            .labelNames(HealthMetric.PLUGIN_CALL_SECONDS.labels().toArray(String[]::new))
            .classicUpperBounds(0.0001, 0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 120)
            .register(registry);
  }

  @Override
  public void called(String plugin, String call, Duration took) {
    seconds.labelValues(plugin, call).observe(took.toNanos() / NANOS);
  }
}

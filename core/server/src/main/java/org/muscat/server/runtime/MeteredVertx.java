package org.muscat.server.runtime;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vert.x that counts into a registry, beside the JVM and the process. */
final class MeteredVertx {

  private static final Logger LOG = LoggerFactory.getLogger(MeteredVertx.class);

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private MeteredVertx() {}

  static Vertx of(PrometheusMeterRegistry meters) {
    meters.config().meterFilter(MeterFilter.replaceTagValues("method", MeteredVertx::knownMethod));
    // Their names break the rules for names: nanoseconds, and a gauge that ends like a counter.
    meters.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
    meters.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
    new JvmMemoryMetrics().bindTo(meters);
    bindThreads(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
        .withMetrics(new MicrometerMetricsFactory(meters))
        .build();
  }

  /** They ask every thread for its id, which may be code of a plugin that was loaded already. */
  private static void bindThreads(PrometheusMeterRegistry meters) {
    try {
      new JvmThreadMetrics().bindTo(meters);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("event", "thread-states-uncounted")
          .setCause(e)
          .log("threads are not counted by their states");
    }
  }

  /** Anybody can make up methods; each would be a series of its own. */
  private static String knownMethod(String method) {
    return METHODS.contains(method) ? method : "OTHER";
  }
}

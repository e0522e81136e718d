package org.muscat.server.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.muscat.server.config.Build;

/**
 * Where spans go: nowhere, unless the standard variables of OpenTelemetry name a place. Safe for
 * any thread.
 */
public final class Tracing implements AutoCloseable {

  /** One of these turns it on; all others of the standard are read then, too. */
  private static final Set<String> SWITCHES =
      Set.of(
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
          "OTEL_TRACES_EXPORTER");

  private static final long FLUSH_SECONDS = 5;

  private final OpenTelemetry telemetry;

  private Tracing(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  /** No spans. */
  public static Tracing off() {
    return new Tracing(OpenTelemetry.noop());
  }

  /**
   * As the environment of this process says. Spans alone: metrics are scraped, and the log is on
   * standard error.
   *
   * @throws RuntimeException if a variable makes no sense; the message names it
   */
  public static Tracing ofEnvironment() {
    if (SWITCHES.stream().noneMatch(System.getenv()::containsKey)) {
      return off();
    }
    return new Tracing(
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(Tracing::defaults)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk());
  }

  /** Variables of the environment stand over these. */
  private static Map<String, String> defaults() {
    return Map.of(
        "otel.service.name", "muscat",
        "otel.exporter.otlp.protocol", "http/protobuf",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none");
  }

  /** Makes spans. */
  public Tracer tracer() {
    return telemetry.getTracer("org.muscat", Build.VERSION);
  }

  /** Sends what is left, at most five seconds. */
  @Override
  public void close() {
    if (telemetry instanceof OpenTelemetrySdk sdk) {
      sdk.getSdkTracerProvider().shutdown().join(FLUSH_SECONDS, TimeUnit.SECONDS);
      sdk.close();
    }
  }
}

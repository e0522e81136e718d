package org.muscat.server.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Build;
import org.muscat.server.config.ConfigException;
import org.slf4j.bridge.SLF4JBridgeHandler;

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
   * @throws ConfigException if a variable makes no sense
   */
  public static Tracing ofEnvironment() {
    return isOn(System.getenv()) ? on() : off();
  }

  /** As the standard has it, an empty variable is one that is not set. */
  static boolean isOn(Map<String, String> environment) {
    return SWITCHES.stream().anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
  }

  private static Tracing on() {
    // The exporter logs by java.util.logging, which knows neither format nor level of this log.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      return new Tracing(
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(Tracing::defaults)
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk());
    } catch (ConfigurationException | IllegalArgumentException e) {
      Problems problems = new Problems();
      problems.add(new Place("the environment", 0, ""), "OTEL_...: " + e.getMessage());
      ConfigException.throwIfAny(problems);
      throw e;
    }
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

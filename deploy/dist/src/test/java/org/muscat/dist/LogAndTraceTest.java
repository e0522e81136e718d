package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution tells what it does: JSON on standard error, spans by OTLP. */
class LogAndTraceTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final Queue<ExportTraceServiceRequest> sent = new ConcurrentLinkedQueue<>();
  private HttpServer collector;

  @BeforeEach
  void listen() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          sent.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
          exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void shouldWriteObjectsWithTheCodeOfTheEvent() throws IOException, InterruptedException {
    List<String> lines;
    try (MuscatProcess muscat =
        MuscatProcess.serve(folder, Map.of("MUSCAT_LOG_FORMAT", "json"), "--demo")) {
      muscat.stop();
      lines = muscat.log().lines().toList();
    }

    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      JsonNode event = new ObjectMapper().readTree(line);
      assertThat(event.fieldNames())
          .toIterable()
          .contains("@timestamp", "message", "logger_name", "thread_name", "level");
    }
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(new ObjectMapper().readTree(line).at("/event").asText())
                    .isEqualTo("plugin-verdict"));
  }

  @Test
  void shouldRefuseAFormatThatThereIsNot() throws IOException, InterruptedException {
    MuscatProcess.Ended ended =
        MuscatProcess.run(folder, Map.of("MUSCAT_LOG_FORMAT", "xml"), "--version");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo("muscat: MUSCAT_LOG_FORMAT is 'xml'; it can be text or json\n");
  }

  @Test
  void shouldRefuseAPlaceForSpansThatIsNone() throws IOException, InterruptedException {
    MuscatProcess.Ended ended =
        MuscatProcess.run(
            folder,
            Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "nowhere"),
            "serve",
            "--demo",
            "--port",
            "0");

    assertThat(ended.exitCode()).isEqualTo(78);
    assertThat(ended.err())
        .contains("muscat: 1 problem", "the environment: OTEL_...: ", "nowhere")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldSendTheSpansOfATick() throws IOException, InterruptedException {
    String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();

    try (MuscatProcess muscat =
        MuscatProcess.serve(folder, Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), "--demo")) {
      await().atMost(PATIENCE).until(() -> spans().anyMatch(span -> isNamed(span, "tick")));
      muscat.stop();
    }

    Span tick = spans().filter(span -> isNamed(span, "tick")).findFirst().orElseThrow();
    assertThat(spans().filter(span -> isNamed(span, "assess hormuz-demo")))
        .anySatisfy(assess -> assertThat(assess.getParentSpanId()).isEqualTo(tick.getSpanId()));
    assertThat(spans().map(Span::getName)).contains("publish", "read maritime");
  }

  private static boolean isNamed(Span span, String name) {
    return span.getName().equals(name);
  }

  private Stream<Span> spans() {
    return sent.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream());
  }
}

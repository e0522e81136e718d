package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;
import org.muscat.server.tracing.CallSpans;

class TickTraceTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");

  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

  @TempDir Path folder;

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
  private final Tracer tracer = provider.get("test");
  private Session session;

  @BeforeEach
  void open() throws IOException {
    session = Home.in(folder).open();
    session.plugins().listen(new CallSpans(tracer, Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    session.close();
    provider.close();
  }

  @Test
  void shouldTellTheTickItsTheatresAndTheCallsIntoPlugins() {
    tickOnce(snapshot -> {});

    SpanData tick = span("tick");
    SpanData assess = span("assess " + session.theatres().all().get(0).id());
    assertThat(tick.getAttributes().get(AttributeKey.stringKey("muscat.cause")))
        .isEqualTo("heartbeat");
    assertThat(assess.getParentSpanId()).isEqualTo(tick.getSpanId());
    assertThat(assess.getAttributes().get(AttributeKey.stringKey("muscat.as_of")))
        .isEqualTo("2025-01-10T12:00:00Z");
    assertThat(assess.getAttributes().get(AttributeKey.stringKey("muscat.status"))).isNotEmpty();
    assertThat(span("publish").getParentSpanId()).isEqualTo(tick.getSpanId());
    assertThat(spans.getFinishedSpanItems())
        .filteredOn(span -> span.getName().startsWith("read "))
        .isNotEmpty()
        .allSatisfy(read -> assertThat(assessments()).contains(read.getParentSpanId()));
  }

  @Test
  void shouldMarkWhatFailed() {
    tickOnce(
        snapshot -> {
          throw new IllegalStateException("nobody listens");
        });

    assertThat(List.of(span("tick"), span("publish")))
        .allSatisfy(
            span -> {
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
              assertThat(span.getEvents())
                  .singleElement()
                  .extracting(event -> event.getAttributes().get(MESSAGE))
                  .isEqualTo("nobody listens");
            });
  }

  @Test
  void shouldNotTraceWhatNoTickAsks() {
    Assessor assessor = new Assessor(session.store(), session.plugins());

    assertThat(assessor.assessAll(session.theatres().all(), NOW)).isNotEmpty();

    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  private void tickOnce(Consumer<Snapshot> publisher) {
    try (Ticker ticker =
        new Ticker(
            new Assessor(session.store(), session.plugins()),
            publisher,
            session.theatres().all(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SimpleMeterRegistry(),
            tracer)) {
      ticker.start(Duration.ofDays(1));
      await()
          .until(
              () ->
                  spans.getFinishedSpanItems().stream()
                      .anyMatch(span -> span.getName().equals("tick")));
    }
  }

  private List<String> assessments() {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().startsWith("assess "))
        .map(SpanData::getSpanId)
        .toList();
  }

  private SpanData span(String name) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

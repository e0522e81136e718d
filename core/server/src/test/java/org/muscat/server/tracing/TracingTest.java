package org.muscat.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingTest {

  @Test
  void shouldBeOffWithoutAPlaceForSpans() {
    assertThat(Tracing.isOn(Map.of("OTEL_SERVICE_NAME", "gulf"))).isFalse();
  }

  /** Files of the environment often have {@code ${VAR:-}}. */
  @Test
  void shouldTakeAnEmptyVariableForOneThatIsNotSet() {
    assertThat(Tracing.isOn(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""))).isFalse();
  }

  @Test
  void shouldBeOnWithAPlace() {
    assertThat(Tracing.isOn(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")))
        .isTrue();
  }
}

package org.muscat.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The appender of {@link LogSetup}, with a stream of ours in place of the console. */
class JsonLogTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LoggerContext context = new LoggerContext();
  private Logger log;

  private record Failure(String reason, Instant notBefore) {}

  @BeforeEach
  void configure() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    ConsoleAppender<ILoggingEvent> appender = LogSetup.console(new JsonLines(), context);
    appender.setOutputStream(written);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    log = context.getLogger("org.muscat.test");
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void shouldLoseNoEventOverAValue() throws Exception {
    for (Object value :
        List.of(
            Instant.EPOCH,
            Duration.ofDays(1),
            Optional.of(1),
            new Failure("HTTP 429", Instant.EPOCH),
            Map.of("a", 1),
            new Object[] {1},
            Double.NaN)) {
      assertThat(logged(value).path("value").isTextual()).as("%s", value).isTrue();
    }
  }

  @Test
  void shouldWriteAValueAsTheTextLogDoes() throws Exception {
    assertThat(logged(Instant.EPOCH).path("value").asText()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(logged("HTTP \"503\"\n").path("value").asText()).isEqualTo("HTTP \"503\"\n");
  }

  @Test
  void shouldKeepNumbersAndTruthValues() throws Exception {
    assertThat(logged(42).path("value").isIntegralNumber()).isTrue();
    assertThat(logged(0.25).path("value").doubleValue()).isEqualTo(0.25);
    assertThat(logged(true).path("value").isBoolean()).isTrue();
  }

  @Test
  void shouldSayWhenWhereAndHowBad() throws Exception {
    JsonNode event = logged("x");

    assertThat(event.path("level").asText()).isEqualTo("WARN");
    assertThat(event.path("event").asText()).isEqualTo("test");
    assertThat(event.path("logger_name").asText()).isEqualTo("org.muscat.test");
    assertThat(event.path("message").asText()).isEqualTo("tested");
    assertThat(event.path("stack_trace").asText()).contains("IllegalStateException: why");
    assertThat(Instant.parse(event.path("@timestamp").asText())).isAfter(Instant.EPOCH);
  }

  private JsonNode logged(Object value) throws Exception {
    written.reset();
    log.atWarn()
        .addKeyValue("event", "test")
        .addKeyValue("value", value)
        .setCause(new IllegalStateException("why"))
        .log("tested");
    String line = written.toString(StandardCharsets.UTF_8);
    assertThat(line.lines()).hasSize(1);
    return new ObjectMapper().readTree(line);
  }
}

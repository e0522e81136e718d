package org.muscat.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The appender of {@link LogSetup}, with a stream of ours in place of the console. */
class TextLogTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LoggerContext context = new LoggerContext();
  private Logger log;

  @BeforeEach
  void configure() {
    context.setMDCAdapter(new LogbackMDCAdapter());
    ConsoleAppender<ILoggingEvent> appender = LogSetup.console(new TextLines(context), context);
    appender.setOutputStream(written);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    log = context.getLogger("org.muscat.test");
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void shouldKeepAValueInItsQuotes() {
    log.atInfo().addKeyValue("who", "a\" role=\"admin\\").addKeyValue("role", "open").log("asked");

    assertThat(text()).endsWith("asked who=\"a\\\" role=\\\"admin\\\\\" role=\"open\"\n");
  }

  @Test
  void shouldWriteAnEventInALineWhateverItSays() {
    log.atWarn()
        .addKeyValue("event", "test")
        .addKeyValue("reason", "b\n2026-01-01 ERROR forged")
        .log("a\n2026-01-01 ERROR forged\u001b[2J");

    assertThat(text().lines())
        .singleElement()
        .asString()
        .endsWith(
            "a 2026-01-01 ERROR forged\\u001b[2J event=\"test\""
                + " reason=\"b 2026-01-01 ERROR forged\"");
  }

  @Test
  void shouldSetInEveryLineOfAStackTrace() {
    log.atError()
        .setCause(new IllegalStateException("why\n2026-01-01 ERROR forged\u001b[2J"))
        .log("tested");

    assertThat(text().lines().skip(1))
        .hasSizeGreaterThan(3)
        .allMatch(line -> line.startsWith("    ") || line.startsWith("\tat "))
        .contains("    java.lang.IllegalStateException: why")
        .contains("    2026-01-01 ERROR forged\\u001b[2J")
        .anyMatch(line -> line.startsWith("\tat org.muscat.server.log.TextLogTest."));
    assertThat(text().lines().findFirst().orElseThrow()).contains("tested");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}

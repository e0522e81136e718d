package org.muscat.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

class LogSetupTest {

  private static final String LEVEL = "MUSCAT_LOG_LEVEL";
  private static final String FORMAT = "MUSCAT_LOG_FORMAT";
  private static final String OWN_FILE = "logback.configurationFile";

  private final LoggerContext context = new LoggerContext();

  @AfterEach
  void stop() {
    context.stop();
    System.clearProperty(LEVEL);
    System.clearProperty(FORMAT);
    System.clearProperty(OWN_FILE);
  }

  @Test
  void shouldBeFoundByLogback() {
    assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogSetup.class);
  }

  @ParameterizedTest
  @CsvSource({"WARN, WARN", "debug, DEBUG", "OFF, OFF", "loud, INFO", "'', INFO"})
  void shouldTellFromTheLevelThatIsAskedForOn(String asked, String level) {
    System.setProperty(LEVEL, asked);

    configured();

    assertThat(root().getLevel()).isEqualTo(Level.toLevel(level));
  }

  @Test
  void shouldKeepLibrariesQuiet() {
    configured();

    assertThat(context.getLogger("io.vertx.core.impl.VertxImpl").isInfoEnabled()).isFalse();
    assertThat(context.getLogger("io.vertx.core.impl.VertxImpl").isWarnEnabled()).isTrue();
    assertThat(context.getLogger("org.sqlite.SQLiteJDBCLoader").isErrorEnabled()).isFalse();
    assertThat(context.getLogger("org.muscat.store.Store").isInfoEnabled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"json, JsonLines", "text, TextLines", "'', TextLines"})
  void shouldWriteTheFormatThatIsAskedFor(String format, String encoder) {
    System.setProperty(FORMAT, format);

    configured();

    assertThat(root().getAppender("log"))
        .isInstanceOfSatisfying(
            ConsoleAppender.class,
            console -> {
              assertThat(console.isStarted()).isTrue();
              assertThat(console.getTarget()).isEqualTo("System.err");
              assertThat(console.getEncoder().getClass().getSimpleName()).isEqualTo(encoder);
            });
  }

  @Test
  void shouldLeaveAFileOfTheOperatorAlone() {
    System.setProperty(OWN_FILE, "own.xml");

    assertThat(new LogSetup().configure(context)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
    assertThat(root().iteratorForAppenders().hasNext()).isFalse();
  }

  private void configured() {
    LogSetup setup = new LogSetup();
    setup.setContext(context);
    assertThat(setup.configure(context)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
  }

  private ch.qos.logback.classic.Logger root() {
    return context.getLogger(Logger.ROOT_LOGGER_NAME);
  }
}

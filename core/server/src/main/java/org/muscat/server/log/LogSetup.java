package org.muscat.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Sets Logback up: {@code MUSCAT_LOG_FORMAT} (text, json) and {@code MUSCAT_LOG_LEVEL}, each a
 * system property or else of the environment. A file of XML would say the same, but a command that
 * runs for a second would read it for a twentieth of it. Whoever names a file of his own with
 * {@code -Dlogback.configurationFile} has that instead. Called once, by Logback, on the thread that
 * first asks for a logger.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

  private static final Map<String, Level> QUIETER =
      Map.ofEntries(
          Map.entry("com.zaxxer.hikari", Level.WARN),
          Map.entry("org.flywaydb", Level.WARN),
          // What a rollback meets comes with the failure before it, which is thrown and told.
          Map.entry("org.flywaydb.core.internal.jdbc.TransactionalExecutionTemplate", Level.OFF),
          // The same stack trace at every look; TableWatch tells it once.
          Map.entry("com.github.kagkarlsson.scheduler.RunUntilShutdown", Level.OFF),
          Map.entry("com.github.kagkarlsson.scheduler.RunAndLogErrors", Level.OFF),
          // It tells that another process removed a file of /tmp first. What it cannot load it
          // throws.
          Map.entry("org.sqlite.SQLiteJDBCLoader", Level.OFF),
          Map.entry("io.vertx", Level.WARN),
          Map.entry("io.netty", Level.WARN),
          // Vert.x registers its gauges anew with each connection; Micrometer warns and keeps the
          // first.
          Map.entry("io.micrometer.core.instrument.MeterRegistry", Level.ERROR));

  /** Made by Logback. */
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (isOtherwise()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    QUIETER.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(setting("MUSCAT_LOG_LEVEL").orElse(""), Level.INFO));
    root.addAppender(console(encoder(setting("MUSCAT_LOG_FORMAT").orElse("")), context));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Whether a file of the user says how to log. */
  static boolean isOtherwise() {
    return System.getProperty("logback.configurationFile") != null;
  }

  /** Writes to the standard error. */
  static ConsoleAppender<ILoggingEvent> console(
      Encoder<ILoggingEvent> encoder, LoggerContext context) {
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("log");
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    return console;
  }

  private Encoder<ILoggingEvent> encoder(String format) {
    return format.equals("json") ? new JsonLines() : new TextLines(getContext());
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(name)));
  }
}

package org.muscat.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogProviderTest {

  private static final String LEVEL = "MUSCAT_LOG_LEVEL";
  private static final String OWN_FILE = "logback.configurationFile";

  @AfterEach
  void clear() {
    System.clearProperty(LEVEL);
    System.clearProperty(OWN_FILE);
  }

  @Test
  void shouldBeSetUpAsLogSetupSays() {
    System.setProperty(LEVEL, "ERROR");

    LogProvider provider = initialized();

    LoggerContext context = (LoggerContext) provider.getLoggerFactory();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    assertThat(root.getLevel()).isEqualTo(Level.ERROR);
    assertThat(root.getAppender("log")).isInstanceOf(ConsoleAppender.class);
    assertThat(context.isStarted()).isTrue();
    assertThat(context.getMDCAdapter()).isSameAs(provider.getMDCAdapter());
    assertThat(provider.getMarkerFactory().getMarker("one").getName()).isEqualTo("one");
    context.stop();
  }

  @Test
  void shouldLeaveItToLogbackWhereAUserHasAFile() {
    System.setProperty(OWN_FILE, "nowhere.xml");

    LogProvider provider = initialized();

    LoggerContext context = (LoggerContext) provider.getLoggerFactory();
    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("log")).isNull();
    assertThat(provider.getMDCAdapter()).isNotNull();
    context.stop();
  }

  private static LogProvider initialized() {
    LogProvider provider = new LogProvider();
    provider.initialize();
    return provider;
  }
}

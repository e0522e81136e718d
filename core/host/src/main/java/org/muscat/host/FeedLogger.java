package org.muscat.host;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.muscat.host.guard.LineBudget;
import org.muscat.host.load.PlainText;
import org.muscat.host.load.Thrown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the messages of a feed to the log of the host, with the name of the feed; not too many,
 * and of a long one its beginning.
 */
final class FeedLogger implements System.Logger {

  private static final int LONGEST_MESSAGE = 10_000;

  private final String instance;
  private final UnaryOperator<String> redaction;
  private final LineBudget budget;
  private final Logger log;

  /**
   * A logger.
   *
   * @param redaction takes secrets out of messages
   * @param budget of the feed, however many loggers it asks for
   */
  FeedLogger(String instance, UnaryOperator<String> redaction, LineBudget budget) {
    this.instance = instance;
    this.redaction = redaction;
    this.budget = budget;
    this.log = LoggerFactory.getLogger("org.muscat.feed." + instance);
  }

  @Override
  public String getName() {
    return log.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return level != Level.OFF && log.isEnabledForLevel(slf4j(level));
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level) && isWithinBudget()) {
      log.atLevel(slf4j(level))
          .addKeyValue("event", "feed-says")
          .addKeyValue("feed", instance)
          .log(PlainText.cut(redaction.apply(text(message, thrown)), LONGEST_MESSAGE));
    }
  }

  /** A log that was handed what was thrown would write as much of it as the plugin likes. */
  private static String text(@Nullable String message, @Nullable Throwable thrown) {
    String text = String.valueOf(message);
    return thrown == null ? text : text + "\n" + Thrown.stackTrace(thrown);
  }

  private boolean isWithinBudget() {
    LineBudget.Turn turn = budget.spend();
    if (turn.leftOut() > 0) {
      log.atWarn()
          .addKeyValue("event", "feed-says-cut")
          .addKeyValue("feed", instance)
          .addKeyValue("lines", turn.leftOut())
          .log("left out");
    }
    return turn.isWithin();
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    if (isLoggable(level)) {
      log(level, bundle, formatted(String.valueOf(format), parameters), (Throwable) null);
    }
  }

  /** As System.Logger promises: a pattern that cannot be used is logged as it is. */
  private static String formatted(String format, @Nullable Object @Nullable ... parameters) {
    if (parameters == null || parameters.length == 0) {
      return format;
    }
    try {
      return new MessageFormat(format).format(parameters);
    } catch (IllegalArgumentException e) {
      return format;
    }
  }

  private static org.slf4j.event.Level slf4j(Level level) {
    return switch (level) {
      case ERROR -> org.slf4j.event.Level.ERROR;
      case WARNING -> org.slf4j.event.Level.WARN;
      case INFO -> org.slf4j.event.Level.INFO;
      case DEBUG -> org.slf4j.event.Level.DEBUG;
      case ALL, TRACE, OFF -> org.slf4j.event.Level.TRACE;
    };
  }
}

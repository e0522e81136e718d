package org.muscat.host.child.inside;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.muscat.host.load.Thrown;

/** Passes the messages of a feed to the host. */
final class LentLogger implements System.Logger {

  private final String name;
  private final Set<Level> logged;
  private final BiConsumer<Level, String> host;

  LentLogger(String name, Set<Level> logged, BiConsumer<Level, String> host) {
    this.name = name;
    this.logged = logged;
    this.host = host;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isLoggable(Level level) {
    return logged.contains(level);
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      host.accept(
          level,
          thrown == null ? String.valueOf(message) : message + "\n" + Thrown.stackTrace(thrown));
    }
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
}

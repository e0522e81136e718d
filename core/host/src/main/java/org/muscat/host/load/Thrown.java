package org.muscat.host.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;

/**
 * Reads exceptions that come from a plugin, whose own methods may throw anything in turn, or never
 * end: only for a thread of the plugin, under a deadline. Others are told by {@link
 * PluginThrewException}.
 */
public final class Thrown {

  private static final int MAX_CAUSES = 20;
  private static final StackTraceElement[] NO_FRAMES = {};

  private Thrown() {}

  /** The exception and its causes, the root last. */
  public static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    Throwable next = thrown;
    while (next != null && chain.size() < MAX_CAUSES && !isIn(chain, next)) {
      chain.add(next);
      next = cause(next);
    }
    return chain;
  }

  public static Throwable root(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    return chain.get(chain.size() - 1);
  }

  /**
   * One line: class and message of the root exception, and the line of the plugin that it comes
   * from, such as {@code (GasPlugin.java:42)}; of a feed's own exception its message alone, which
   * is written for people and says what to do, and of one from another JVM too, which says it all.
   */
  public static String describe(Throwable thrown) {
    return PlainText.shortLine(told(thrown));
  }

  /** All that it says, as {@link Throwable#printStackTrace()} does; many lines. */
  public static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString().stripTrailing();
  }

  private static String told(Throwable thrown) {
    if (thrown instanceof FeedException && message(thrown) != null) {
      return String.valueOf(message(thrown));
    }
    Throwable root = root(thrown);
    String message = message(root);
    if (root instanceof ElsewhereException) {
      return String.valueOf(message);
    }
    String what =
        message == null || message.isBlank()
            ? root.getClass().getName()
            : root.getClass().getName() + ": " + message;
    return what + line(root).map(line -> " (" + line + ")").orElse("");
  }

  /**
   * File and line of the first frame of a plugin; empty if there is none, or it has no line. Where
   * the stack or the memory ends is chance, and what is published is to be computed again.
   */
  private static Optional<String> line(Throwable thrown) {
    if (thrown instanceof VirtualMachineError) {
      return Optional.empty();
    }
    return Arrays.stream(trace(thrown))
        .filter(Objects::nonNull)
        .filter(Thrown::isOfPlugin)
        .findFirst()
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
  }

  private static boolean isOfPlugin(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return loader != null && loader.startsWith(PluginClassLoader.NAME);
  }

  private static StackTraceElement[] trace(Throwable thrown) {
    try {
      StackTraceElement @Nullable [] trace = thrown.getStackTrace();
      return trace == null ? NO_FRAMES : trace;
    } catch (Throwable e) {
      return NO_FRAMES;
    }
  }

  /** By identity: equals may be the plugin's own. */
  private static boolean isIn(List<Throwable> chain, Throwable thrown) {
    return chain.stream().anyMatch(earlier -> earlier == thrown);
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable e) {
      return null;
    }
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (Throwable e) {
      return "its message cannot be had: " + e.getClass().getName();
    }
  }
}

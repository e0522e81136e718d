package org.muscat.host;

import java.util.ArrayList;
import java.util.List;

/** Reads exceptions that come from a plugin, whose own methods may fail in turn. */
final class Thrown {

  private static final int MAX_CAUSES = 20;

  private Thrown() {}

  /** The exception and its causes, the root last. */
  static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    Throwable next = thrown;
    while (next != null && chain.size() < MAX_CAUSES && !chain.contains(next)) {
      chain.add(next);
      next = next.getCause();
    }
    return chain;
  }

  static Throwable root(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    return chain.get(chain.size() - 1);
  }

  /** Class and message of the root exception. */
  static String describe(Throwable thrown) {
    Throwable root = root(thrown);
    String message = root.getMessage();
    return message == null || message.isBlank()
        ? root.getClass().getName()
        : root.getClass().getName() + ": " + message;
  }
}

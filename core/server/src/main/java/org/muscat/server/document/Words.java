package org.muscat.server.document;

import java.util.Locale;

/** Writes the names of states as the API writes them. */
final class Words {

  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

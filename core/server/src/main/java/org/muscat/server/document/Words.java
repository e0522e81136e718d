package org.muscat.server.document;

import java.util.Locale;

/** Writes the names of states as the API writes them. */
public final class Words {

  private Words() {}

  /** Such as {@code effectively_closed}. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

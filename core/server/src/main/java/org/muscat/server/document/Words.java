package org.muscat.server.document;

import java.util.Locale;

/** Writes the names of states as the API writes them. */
public final class Words {

  /** Why a value is null though it is known. */
  public static final String WITHHELD =
      "the value is withheld: a source of it may not be passed on";

  private Words() {}

  /**
   * Why a value is null though it is known.
   *
   * @param reason what else there is to say of it; may be empty
   */
  public static String withheld(String reason) {
    return reason.isEmpty() ? WITHHELD : reason + "; " + WITHHELD;
  }

  /** Such as {@code effectively_closed}. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

package org.muscat.diplomacy.chronicle;

import java.util.Locale;

/** How constants are written in the chronicle and in series names. */
final class Words {

  private Words() {}

  /** {@code INDIRECT_ROUND} as {@code indirect-round}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

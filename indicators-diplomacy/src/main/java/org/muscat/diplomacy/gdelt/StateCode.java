package org.muscat.diplomacy.gdelt;

/** CAMEO country codes, which are three capital letters, as small numbers. */
final class StateCode {

  /** All codes are below. */
  static final int COUNT = 26 * 26 * 26;

  private StateCode() {}

  /** Three bytes of ASCII as a number; -1 if one is no capital letter. */
  static int of(int first, int second, int third) {
    return isLetter(first) && isLetter(second) && isLetter(third)
        ? ((first - 'A') * 26 + second - 'A') * 26 + third - 'A'
        : -1;
  }

  /** A code such as {@code IRN} as a number. */
  static int of(String code) {
    return of(code.charAt(0), code.charAt(1), code.charAt(2));
  }

  private static boolean isLetter(int octet) {
    return octet >= 'A' && octet <= 'Z';
  }
}

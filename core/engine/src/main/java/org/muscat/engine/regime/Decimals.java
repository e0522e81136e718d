package org.muscat.engine.regime;

/**
 * Writes levels with three decimals. A tick writes some for each theatre, and {@code String.format}
 * costs as much as scoring one.
 */
final class Decimals {

  private static final int THOUSAND = 1_000;

  private Decimals() {}

  /** Such as {@code 0.125}; the magnitude is below 10^12. */
  static String three(double x) {
    long thousandths = Math.round(Math.abs(x) * THOUSAND);
    // 1000 to 1999 without its first digit keeps leading zeros.
    String decimals = Long.toString(THOUSAND + thousandths % THOUSAND).substring(1);
    String sign = x < 0 && thousandths > 0 ? "-" : "";
    return sign + thousandths / THOUSAND + "." + decimals;
  }

  /** Such as {@code +0.125}. */
  static String signedThree(double x) {
    String text = three(x);
    return text.startsWith("-") ? text : "+" + text;
  }
}

package org.muscat.engine;

import java.util.Locale;

/**
 * Writes numbers with two decimals. A day of the past has one for each indicator, and {@code
 * String.format} takes a tenth of the time of all that is said of the day.
 */
final class Decimals {

  private static final int HUNDRED = 100;
  private static final double MOST = 1e9;

  /** Nearer to a tie than this, rounding before would decide. */
  private static final double TIE = 1e-6;

  private Decimals() {}

  /** Such as {@code 12.50}: what {@code String.format} writes with {@code %.2f}. */
  static String two(double x) {
    double hundredths = x * HUNDRED;
    double below = Math.floor(hundredths);
    double rest = hundredths - below;
    if (!(x > 0 && x < MOST) || Math.abs(rest - 0.5) < TIE) {
      return String.format(Locale.ROOT, "%.2f", x);
    }
    long rounded = (long) below + (rest > 0.5 ? 1 : 0);
    // 100 to 199 without its first digit keeps a leading zero.
    String decimals = Long.toString(HUNDRED + rounded % HUNDRED).substring(1);
    return rounded / HUNDRED + "." + decimals;
  }
}

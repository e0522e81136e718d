package org.muscat.toolkit;

import java.util.OptionalInt;
import org.muscat.spi.Series;

/** Returns of prices, from one observed day to the next, and their volatility. */
public final class Returns {

  /** In a year. */
  public static final int TRADING_DAYS = 252;

  private Returns() {}

  /** The first point whose price is zero or less: it has no logarithm. */
  public static OptionalInt firstNonPositive(Series prices) {
    for (int i = 0; i < prices.size(); i++) {
      if (prices.value(i) <= 0) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Logarithmic returns {@code ln(p_t / p_(t-1))}, oldest first: one fewer than there are prices.
   *
   * @throws IllegalArgumentException if a price is not positive, such as WTI on 2020-04-20
   */
  public static double[] log(Series prices) {
    firstNonPositive(prices)
        .ifPresent(
            index -> {
              throw new IllegalArgumentException(
                  "'"
                      + prices.name()
                      + "' at "
                      + prices.time(index)
                      + " is "
                      + prices.value(index)
                      + "; log returns need positive prices");
            });
    double[] returns = new double[Math.max(0, prices.size() - 1)];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.log(prices.value(i + 1) / prices.value(i));
    }
    return returns;
  }

  /**
   * Realised volatility {@code 100 sqrt(252 mean r^2)}, in per cent a year (method, section 4, E3).
   *
   * @param returns daily, as fractions
   * @throws IllegalArgumentException if there are none
   */
  public static double realisedVolatility(double... returns) {
    if (returns.length == 0) {
      throw new IllegalArgumentException("realised volatility needs at least one return");
    }
    double squares = 0;
    for (double value : returns) {
      squares += value * value;
    }
    return annualVolatility(squares / returns.length);
  }

  /**
   * The volatility in per cent a year of a daily variance: {@code 100 sqrt(252 s2)}.
   *
   * @param variance per day, of returns as fractions
   */
  public static double annualVolatility(double variance) {
    return 100 * Math.sqrt(TRADING_DAYS * variance);
  }
}

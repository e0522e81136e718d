package org.muscat.toolkit;

/**
 * The one-sided cumulative sum {@code C = max(0, C + z - k)} of standard scores (Page, 1954;
 * method, section 4, M3): small shifts that last add up, single days do not. Immutable; each step
 * gives another.
 *
 * @param allowance k, how large a score may be before it adds up, in standard deviations
 * @param value C, not negative, in standard deviations
 */
public record Cusum(double allowance, double value) {

  /**
   * A sum.
   *
   * @throws IllegalArgumentException if a number is negative or not finite
   */
  public Cusum {
    if (!(allowance >= 0 && Double.isFinite(allowance)) || !(value >= 0)) {
      throw new IllegalArgumentException(
          "allowance " + allowance + " and value " + value + " must not be negative");
    }
  }

  /** A sum that has nothing in it yet. */
  public static Cusum empty(double allowance) {
    return new Cusum(allowance, 0);
  }

  /**
   * The sum after one more score.
   *
   * @param score above 0 in the direction that is looked for
   * @throws IllegalArgumentException if the score is not finite
   */
  public Cusum after(double score) {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score " + score + " is not finite; leave it out instead");
    }
    return new Cusum(allowance, Math.max(0, value + score - allowance));
  }

  /** The same sum, cut at a ceiling, so that it winds down in a while that is known. */
  public Cusum atMost(double ceiling) {
    return value <= ceiling ? this : new Cusum(allowance, ceiling);
  }
}

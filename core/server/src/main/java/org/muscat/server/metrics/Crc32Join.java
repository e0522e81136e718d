package org.muscat.server.metrics;

/**
 * The CRC-32 of two texts together, from those of each. A CRC is a remainder of polynomials over
 * two elements: that of the first text is moved by as many places as the second has bits, which is
 * a product with a power of x, and that of the second is added. The bits are reflected: the highest
 * is the coefficient of 1.
 */
final class Crc32Join {

  /** The divisor of gzip without its leading term. */
  private static final int DIVISOR = 0xedb88320;

  private static final int ONE = 1 << 31;
  private static final int X_TO_THE_8 = 1 << 23;

  private Crc32Join() {}

  /**
   * The CRC of both.
   *
   * @param secondLength in bytes
   */
  static int join(int first, int second, long secondLength) {
    return product(power(X_TO_THE_8, secondLength), first) ^ second;
  }

  /** By squares, so that it takes as many steps as the exponent has bits. */
  private static int power(int base, long exponent) {
    int power = ONE;
    int square = base;
    for (long rest = exponent; rest > 0; rest >>>= 1) {
      if ((rest & 1) == 1) {
        power = product(power, square);
      }
      square = product(square, square);
    }
    return power;
  }

  private static int product(int a, int b) {
    int sum = 0;
    int shifted = b;
    for (int term = ONE; term != 0; term >>>= 1) {
      if ((a & term) != 0) {
        sum ^= shifted;
      }
      // Times x: what becomes the leading term is replaced by its remainder.
      shifted = (shifted & 1) == 1 ? (shifted >>> 1) ^ DIVISOR : shifted >>> 1;
    }
    return sum;
  }
}

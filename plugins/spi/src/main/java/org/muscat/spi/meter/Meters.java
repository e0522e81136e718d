package org.muscat.spi.meter;

/**
 * Takes numbers about the work of a feed, such as pages read, which the host exports as metrics of
 * the plugin. Not for what was observed: that is a batch.
 *
 * <p>No method throws. A call with a name, labels or a number that cannot be exported is dropped
 * and counted, and so is a series beyond those that a plugin may have. Safe for any thread.
 *
 * <p>Implemented by the host; it may grow.
 */
public interface Meters {

  /** Takes nothing: for a host that exports none. */
  static Meters none() {
    return new Meters() {
      @Override
      public void count(String name, double amount, String... labels) {}

      @Override
      public void gauge(String name, double value, String... labels) {}
    };
  }

  /**
   * Adds to a count that only grows.
   *
   * @param name {@code [a-z][a-z0-9_]*} with the unit at its end, such as {@code read_pages}, of at
   *     most 60 characters; its last word is not {@code count}, {@code sum}, {@code bucket}, {@code
   *     total}, {@code created}, {@code info} or {@code max}
   * @param amount finite, at least 0
   * @param labels names and values by turns, such as {@code "strait", "hormuz"}; the same names at
   *     each call, at most ten; a value has at most 120 characters
   */
  void count(String name, double amount, String... labels);

  /**
   * Says how much of something there is now.
   *
   * @param name as for {@link #count}
   * @param value finite
   * @param labels as for {@link #count}
   */
  void gauge(String name, double value, String... labels);
}

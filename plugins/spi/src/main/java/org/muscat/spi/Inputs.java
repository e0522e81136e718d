package org.muscat.spi;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The series that an indicator reads, with the look-back of each. Immutable; every {@code with}
 * gives a new one. The host offers just these in the {@link SeriesView}.
 */
public final class Inputs {

  /**
   * One input.
   *
   * @param series logical name
   * @param lookBack how far before the as-of moment observed-at may lie, positive
   */
  public record Input(String series, Duration lookBack) {

    public Input {
      Ids.requireSeriesName(series);
      if (lookBack.isZero() || lookBack.isNegative()) {
        throw new IllegalArgumentException(
            "look-back of '" + series + "' is not positive: " + lookBack);
      }
    }
  }

  /** A look-back that reaches the beginning of any recorded series. */
  public static final Duration WHOLE_HISTORY = Duration.ofDays(36_525);

  private final Map<String, Input> bySeries;

  /** Asked for again and again: a back-fill does so for each indicator and day. */
  private final List<Input> all;

  private Inputs(Map<String, Input> bySeries) {
    this.bySeries = bySeries;
    this.all = List.copyOf(bySeries.values());
  }

  /** No inputs yet. */
  public static Inputs none() {
    return new Inputs(Map.of());
  }

  /** These inputs and one more; the same series twice keeps the longer look-back. */
  public Inputs with(String series, Duration lookBack) {
    Map<String, Input> more = new LinkedHashMap<>(bySeries);
    more.merge(
        series,
        new Input(series, lookBack),
        (a, b) -> a.lookBack().compareTo(b.lookBack()) >= 0 ? a : b);
    return new Inputs(more);
  }

  /** In the order in which they were added. */
  public List<Input> all() {
    return all;
  }
}

package org.muscat.engine.theatre;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.margin.RobustDailySd;

/**
 * How much {@code S_dyn} moved lately (method, section 7). Immutable.
 *
 * @param dynamic {@code S_dyn} at the last points of the grid, the newest last, empty where there
 *     was no score; at most 61, which have 60 changes
 * @param dailySd of {@link RobustDailySd} over them, in points; null while too few are known
 */
public record Volatility(List<OptionalDouble> dynamic, @Nullable Double dailySd) {

  private static final int POINTS = RobustDailySd.WINDOW + 1;

  /** Before the first point of the grid. */
  static final Volatility NONE = new Volatility(List.of(), null);

  public Volatility {
    dynamic = List.copyOf(dynamic);
    if (dynamic.size() > POINTS) {
      throw new IllegalArgumentException(
          dynamic.size() + " points of S_dyn, at most " + POINTS + " are remembered");
    }
  }

  /** What was remembered. */
  public static Volatility of(List<OptionalDouble> dynamic) {
    OptionalDouble dailySd = RobustDailySd.of(dynamic);
    return new Volatility(dynamic, dailySd.isPresent() ? (Double) dailySd.getAsDouble() : null);
  }

  /** With one point more. */
  Volatility next(Optional<Double> stability) {
    List<OptionalDouble> longer = new ArrayList<>(dynamic);
    longer.add(stability.isPresent() ? OptionalDouble.of(stability.get()) : OptionalDouble.empty());
    return of(longer.subList(Math.max(0, longer.size() - POINTS), longer.size()));
  }
}

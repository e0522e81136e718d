package org.muscat.engine.theatre;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Published;
import org.muscat.engine.regime.RegimePosterior;
import org.muscat.engine.regime.RegimeState;
import org.muscat.spi.Measured;

/**
 * All that the fold remembers after a point of the grid. Immutable; public so that a checkpoint can
 * keep it.
 *
 * @param at the last point that was folded; null before the first
 * @param held what each input last said while it was fresh, by its id
 * @param published the index that was published last; null before the first
 * @param regime at that point; null before the first, or if the model has none
 * @param posterior over regimes at that point
 * @param volatility of {@code S_dyn} over the last points
 */
public record TheatreMemory(
    @Nullable Instant at,
    Map<String, Held> held,
    @Nullable Published published,
    @Nullable RegimeState regime,
    RegimePosterior posterior,
    Volatility volatility) {

  /** Before the first point of the grid. */
  public static final TheatreMemory NONE =
      new TheatreMemory(null, Map.of(), null, null, RegimePosterior.uniform(), Volatility.NONE);

  /**
   * What an input said.
   *
   * @param measured its reading
   * @param at the point of the grid at which it was read
   */
  public record Held(Measured measured, Instant at) {}

  public TheatreMemory {
    held = Collections.unmodifiableMap(new TreeMap<>(held));
  }
}

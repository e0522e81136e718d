package org.muscat.maritime;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Inputs;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** What indicators of transits have in common. */
final class Transits {

  /** For Hormuz (method, section 4, M1); a model gives other straits their own. */
  static final Scale SCALE = Scale.logistic(0.95, 0.55);

  /**
   * PortWatch publishes once a week. The spread is that of the risk on {@link #SCALE} of all calls
   * at Hormuz, vintage B, from the first ratio in 2019 to the end of 2020.
   */
  static final Uncertainty UNCERTAINTY =
      new Uncertainty(5, 20.4, Duration.ofDays(7), Duration.ofDays(28));

  private Transits() {}

  /** The series from its start: a baseline is a fold over all of it. */
  static Inputs inputs(Measure measure, String strait) {
    return Inputs.none().with(measure.series(strait), Inputs.WHOLE_HISTORY);
  }

  static List<ConfigProblem> validate(Measure measure, String strait) {
    try {
      inputs(measure, strait);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(new ConfigProblem("strait", requireNonNullElse(e.getMessage(), e.toString())));
    }
  }
}

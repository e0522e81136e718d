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

  /**
   * For Hormuz (method, section 4, M1); a model gives other straits their own.
   *
   * <p>It serves all measures. The capacity of tankers has no quiet years to take anchors from: its
   * first two years hold ten months of ratios, all on a young baseline, half of them above 1.5;
   * their percentiles .71 and 1.84 as anchors would give usual traffic a risk of 74.
   */
  static final Scale SCALE = Scale.logistic(0.95, 0.55);

  private Transits() {}

  /**
   * PortWatch publishes once a week. The spread is that of the risk on {@link #SCALE} at Hormuz,
   * vintage B, from the first ratio of the measure (2019-07, for the capacity 2020-02) to the end
   * of 2020.
   */
  static Uncertainty uncertainty(Measure measure) {
    double spread =
        switch (measure) {
          case ALL_CALLS -> 20.4;
          case TANKER_CALLS -> 19.8;
          case TANKER_CAPACITY -> 26.2;
        };
    return new Uncertainty(5, spread, Duration.ofDays(7), Duration.ofDays(28));
  }

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

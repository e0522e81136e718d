package org.muscat.maritime;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Inputs;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.ScaleFile;

/** What indicators of transits have in common. */
final class Transits {

  /** All calls at Hormuz (method, section 4, M1): what the descriptors show. */
  static final Scale SCALE = Scale.logistic(0.95, 0.55);

  /** Of the risk of a strait without a recorded history: a choice. */
  private static final double UNKNOWN_SPREAD = 30;

  private static final ScaleFile FILE = ScaleFile.beside(Transits.class, 1);

  private Transits() {}

  /** The straits and measures for which the file has a line of an indicator. */
  static List<CalibratedCase> cases(String indicator) {
    return FILE.cases(indicator, "strait", "measure");
  }

  /** The scale of a measure of a strait, if its history was recorded. */
  static Optional<ScaleFile.Entry> shortfall(Measure measure, String strait) {
    return FILE.find("transit-shortfall/" + strait + "/" + word(measure));
  }

  /** The ratio below which a strait is restricted, if its history was recorded. */
  static Optional<Double> restrictedBelow(Measure measure, String strait) {
    return FILE.find("chokepoint-status/" + strait + "/" + word(measure))
        .map(entry -> entry.scale().calm());
  }

  /** Standard deviation of the risk of a slow decline, in points, if its history was recorded. */
  static Optional<Double> declineSpread(Measure measure, String strait) {
    return FILE.find("slow-decline/" + strait + "/" + word(measure)).map(ScaleFile.Entry::sigma);
  }

  private static String word(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** PortWatch publishes once a week. */
  static Uncertainty uncertainty(Measure measure, String strait) {
    double spread = shortfall(measure, strait).map(ScaleFile.Entry::sigma).orElse(UNKNOWN_SPREAD);
    return weekly(spread);
  }

  /**
   * The same of another reading of transits.
   *
   * @param spread standard deviation of its risk, in points
   */
  static Uncertainty weekly(double spread) {
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

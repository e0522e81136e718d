package org.muscat.engine.theatre;

import org.jspecify.annotations.Nullable;
import org.muscat.engine.margin.BandCuts;
import org.muscat.engine.margin.Margin;
import org.muscat.engine.margin.ReliabilityTest;

/**
 * How the margin for error is taken (method, section 7).
 *
 * @param cuts of the bands
 * @param days the horizon h, positive
 * @param drift mu, in points a day
 * @param reliability of the touch probability over the replayed history of the model; null if there
 *     was no test, then no probability is published
 */
public record MarginModel(
    BandCuts cuts, double days, double drift, @Nullable ReliabilityTest reliability) {

  /** The cuts, horizon and drift of method, section 7, without a reliability test. */
  public static final MarginModel DEFAULT =
      new MarginModel(BandCuts.DEFAULT, Margin.DEFAULT_DAYS, 0, null);

  public MarginModel {
    if (!(days > 0 && Double.isFinite(days) && Double.isFinite(drift))) {
      throw new IllegalArgumentException(
          "horizon of " + days + " days must be positive, drift " + drift + " finite");
    }
  }
}

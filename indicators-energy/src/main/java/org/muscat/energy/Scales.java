package org.muscat.energy;

import java.util.function.DoubleFunction;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Role;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.ScaleFile;

/** The scales of this plugin, and what readings of daily prices have in common. */
final class Scales {

  private static final ScaleFile FILE = ScaleFile.beside(Scales.class, 1);

  private Scales() {}

  /** An indicator of the pillar that reads daily indices, with the scale that the file gives it. */
  static IndicatorDescriptor ofIndices(String id, String title, String unit, String literature) {
    return of(id, title, unit, Prices::uncertaintyOfIndices, literature);
  }

  /** The same of one that needs a spot price or the dollar, which are published later. */
  static IndicatorDescriptor ofSpotPrices(String id, String title, String unit, String literature) {
    return of(id, title, unit, Prices::uncertaintyOfSpotPrices, literature);
  }

  /**
   * An indicator of the pillar, with the scale that the file gives it.
   *
   * @param uncertainty from the standard deviation of the risk, in points
   */
  static IndicatorDescriptor of(
      String id,
      String title,
      String unit,
      DoubleFunction<Uncertainty> uncertainty,
      String literature) {
    ScaleFile.Entry entry = FILE.of(id);
    return IndicatorDescriptor.of(
            id,
            title,
            Role.PILLAR,
            unit,
            entry.scale(),
            uncertainty.apply(entry.sigma()),
            literature)
        .calibratedBy(entry.calibration());
  }
}

package org.muscat.engine.margin;

import java.util.OptionalDouble;

/**
 * Where the bands of stability are cut (method, section 7). A cut belongs to the band above it.
 *
 * @param calm the lower cut of CALM, in (0,100)
 * @param guarded the lower cut of GUARDED, below that of CALM
 * @param elevated the lower cut of ELEVATED, below that of GUARDED
 * @param severe the lower cut of SEVERE, below that of ELEVATED
 */
public record BandCuts(double calm, double guarded, double elevated, double severe) {

  /** The cuts 70, 55, 40 and 25 of method, section 7. */
  public static final BandCuts DEFAULT = new BandCuts(70, 55, 40, 25);

  public BandCuts {
    if (!(100 > calm && calm > guarded && guarded > elevated && elevated > severe && severe > 0)) {
      throw new IllegalArgumentException(
          "cuts "
              + calm
              + ", "
              + guarded
              + ", "
              + elevated
              + " and "
              + severe
              + " must fall inside (0,100)");
    }
  }

  /**
   * The band of a stability.
   *
   * @param stability {@code S_dyn}, in [0,100]
   */
  public StabilityBand band(double stability) {
    if (stability >= calm) {
      return StabilityBand.CALM;
    }
    if (stability >= guarded) {
      return StabilityBand.GUARDED;
    }
    if (stability >= elevated) {
      return StabilityBand.ELEVATED;
    }
    return stability >= severe ? StabilityBand.SEVERE : StabilityBand.CRITICAL;
  }

  /**
   * The threshold {@code theta}: the cut below which the next-worse band begins.
   *
   * @param stability {@code S_dyn}, in [0,100]
   * @return in points, at most the stability; empty in CRITICAL, below which there is no band
   */
  public OptionalDouble threshold(double stability) {
    return switch (band(stability)) {
      case CALM -> OptionalDouble.of(calm);
      case GUARDED -> OptionalDouble.of(guarded);
      case ELEVATED -> OptionalDouble.of(elevated);
      case SEVERE -> OptionalDouble.of(severe);
      case CRITICAL -> OptionalDouble.empty();
    };
  }
}

package org.muscat.engine.panel.normalise;

import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Samples;

/** A value as a share of the greatest. */
final class FractionOfMax implements Normaliser {

  @Override
  public double[] scores(double[] oriented, Direction direction) {
    double max = Samples.max(oriented);
    return Normalisers.each(oriented, value -> value / max);
  }
}

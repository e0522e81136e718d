package org.muscat.host.verify;

import java.time.Instant;
import java.util.List;
import org.muscat.spi.Inputs;
import org.muscat.spi.Observation;
import org.muscat.spi.SeriesView;

/** Makes views of observations, as a store does. Safe for any thread. */
@FunctionalInterface
public interface Memory {

  /**
   * What was known at a moment.
   *
   * @param told all observations, in any order
   * @param inputs what the view has to offer
   */
  SeriesView view(List<Observation> told, Instant asOf, Inputs inputs);
}

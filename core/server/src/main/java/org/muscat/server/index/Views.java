package org.muscat.server.index;

import java.time.Instant;
import java.util.Collection;
import org.muscat.spi.Inputs;
import org.muscat.spi.SeriesView;

/** Where views come from: the store, or a history of it in memory. */
interface Views {

  /** The inputs as known at a moment. */
  SeriesView view(Instant asOf, Collection<Inputs.Input> inputs);
}

package org.muscat.server.index;

import java.time.Instant;
import java.util.List;
import org.muscat.spi.Event;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * A view in which nothing is known.
 *
 * @param asOf the moment of the view
 */
record NothingKnown(Instant asOf) implements SeriesView {

  @Override
  public Series series(String name) {
    return Series.empty(name);
  }

  @Override
  public List<Event> events(String name) {
    return List.of();
  }
}

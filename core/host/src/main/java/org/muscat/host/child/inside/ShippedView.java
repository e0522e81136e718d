package org.muscat.host.child.inside;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Request;
import org.muscat.spi.Event;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** A view whose declared inputs were sent along. */
record ShippedView(Request.View view) implements SeriesView {

  @Override
  public Instant asOf() {
    return view.asOf();
  }

  @Override
  public Series series(String name) {
    return declared(name, view.series());
  }

  @Override
  public List<Event> events(String name) {
    return declared(name, view.events());
  }

  private static <T> T declared(String name, Map<String, T> inputs) {
    @Nullable T found = inputs.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "'" + name + "' is not among the declared inputs: " + inputs.keySet());
    }
    return found;
  }
}

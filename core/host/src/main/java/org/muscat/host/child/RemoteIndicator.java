package org.muscat.host.child;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.child.wire.Request;
import org.muscat.host.load.ElsewhereException;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Inputs;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** An indicator whose code runs in a child: its declared inputs are sent there with each call. */
final class RemoteIndicator implements Indicator {

  private final Supervisor supervisor;
  private final Item item;
  private final Inputs inputs;

  RemoteIndicator(Supervisor supervisor, Item item, Inputs inputs) {
    this.supervisor = supervisor;
    this.item = item;
    this.inputs = inputs;
  }

  @Override
  @SuppressWarnings("NullAway") // null is passed on: the guard tells of it as of any other
  public Reading read(SeriesView known) {
    try {
      Answer answer = supervisor.call(item, new Request.Read(item.number(), sent(known)));
      if (answer instanceof Answer.Reading given) {
        @Nullable Reading reading = given.reading().orElse(null);
        return reading;
      }
      throw Launcher.unexpected(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ElsewhereException("the call was interrupted");
    }
  }

  private Request.View sent(SeriesView known) {
    Map<String, Series> series = new LinkedHashMap<>();
    Map<String, List<Event>> events = new LinkedHashMap<>();
    for (Inputs.Input input : inputs.all()) {
      series.put(input.series(), known.series(input.series()));
      events.put(input.series(), known.events(input.series()));
    }
    return new Request.View(known.asOf(), series, events);
  }
}

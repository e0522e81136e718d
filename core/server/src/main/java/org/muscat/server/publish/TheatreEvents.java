package org.muscat.server.publish;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muscat.server.document.EventDocument;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.store.AsOfView;
import org.muscat.store.Store;

/**
 * The dated events that the indicators of a theatre read, whatever plugin brought them. Those that
 * may not be passed on are left out. Blocks on the store; safe for any thread.
 */
public final class TheatreEvents {

  private final Store store;
  private final Restricted restricted;

  @Inject
  public TheatreEvents(Store store, Restricted restricted) {
    this.store = store;
    this.restricted = restricted;
  }

  /**
   * Events as they are known at a moment, of each the latest version, oldest first.
   *
   * @param from the earliest observed-at
   * @param to the latest observed-at
   * @param asOf at or after {@code from}
   */
  public List<EventDocument> between(Theatre theatre, Instant from, Instant to, Instant asOf) {
    Duration reach = Duration.between(from, asOf).plusMillis(1);
    Inputs inputs = Inputs.none();
    for (String series : series(theatre)) {
      inputs = inputs.with(series, reach);
    }
    AsOfView view = store.view(asOf, inputs.all(), theatre.sources());
    return inputs.all().stream()
        .map(Inputs.Input::series)
        .flatMap(series -> told(series, view.events(series), from, to))
        .sorted(
            Comparator.comparing(EventDocument::moment)
                .thenComparing(EventDocument::series)
                .thenComparing(EventDocument::key))
        .toList();
  }

  private List<String> series(Theatre theatre) {
    return Stream.concat(theatre.members().stream(), theatre.statusWords().stream())
        .flatMap(member -> member.indicator().inputs().all().stream())
        .map(Inputs.Input::series)
        .distinct()
        .filter(series -> !restricted.covers(series))
        .toList();
  }

  private static Stream<EventDocument> told(
      String series, List<Event> events, Instant from, Instant to) {
    return events.stream()
        .filter(event -> !event.observedAt().isBefore(from) && !event.observedAt().isAfter(to))
        // Who reads reports knows their terms, and says so beside each.
        .filter(event -> !"no".equals(event.attributes().get("redistributable")))
        .map(event -> EventDocument.of(series, event));
  }
}

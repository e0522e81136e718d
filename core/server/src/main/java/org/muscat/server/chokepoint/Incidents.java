package org.muscat.server.chokepoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muscat.server.chokepoint.ChokepointsDocument.Incident;
import org.muscat.server.chokepoint.ChokepointsDocument.Withheld;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.store.AsOfView;
import org.muscat.store.SourceRanking;
import org.muscat.store.Store;

/**
 * Puts reports of incidents on the map: the events of all series {@code incidents/REPORTER} that
 * were observed in the year up to a moment, as they were known then, of each report the latest
 * version.
 */
final class Incidents {

  private static final String SERIES = "incidents/";
  private static final Duration SPAN = Duration.ofDays(365);

  private final Store store;
  private final SourceRanking sources;
  private final Restricted restricted;
  private final Instant asOf;

  /**
   * Reports as of a moment.
   *
   * @param theatres on the map: the first whose model ranks sources says which source of a reporter
   *     comes first; if none does, they go by name
   * @param restricted of which no report is told
   */
  Incidents(Store store, List<Theatre> theatres, Restricted restricted, Instant asOf) {
    this.restricted = restricted;
    this.store = store;
    this.sources =
        theatres.stream()
            .map(Theatre::sources)
            .filter(SourceRanking::ranks)
            .findFirst()
            .orElseGet(SourceRanking::byName);
    this.asOf = asOf;
  }

  /** Adds those that may be passed on; gives how many of the others there are. */
  List<Withheld> add(Features features) {
    Inputs inputs = Inputs.none();
    for (String series : store.archive().series()) {
      if (series.startsWith(SERIES)) {
        // A report of the year may have been moved out of it, or into it.
        inputs = inputs.with(series, SPAN.plus(Versions.APART));
      }
    }
    AsOfView view = store.view(asOf, inputs.all(), sources);
    List<Withheld> withheld = new ArrayList<>();
    for (Inputs.Input input : inputs.all()) {
      String reporter = input.series().substring(SERIES.length());
      int kept = 0;
      for (Event event : ofTheYear(view.events(input.series()))) {
        if (restricted.covers(input.series()) || isForbidden(event)) {
          kept++;
        } else {
          String id = "incident/" + reporter + "/" + event.key() + "/" + event.observedAt();
          features.add(id, event.attributes(), properties(reporter, event));
        }
      }
      if (kept > 0) {
        withheld.add(
            new Withheld(reporter, kept, "the terms of the reporter forbid to pass them on"));
      }
    }
    return withheld;
  }

  private List<Event> ofTheYear(List<Event> events) {
    Instant before = asOf.minus(SPAN);
    return Versions.latest(events).stream()
        .filter(event -> event.observedAt().isAfter(before))
        .toList();
  }

  /** Who reads the reports knows their terms, and says so beside each. */
  private static boolean isForbidden(Event event) {
    return "no".equals(event.attributes().get("redistributable"));
  }

  private Incident properties(String reporter, Event event) {
    return new Incident(
        "incident",
        reporter,
        event.key(),
        event.type(),
        event.value(),
        event.attributes().get("title"),
        event.attributes().get("subregion"),
        event.attributes().get("aggressor"),
        event.attributes().get("victim"),
        event.observedAt().toString(),
        event.knownAt().toString(),
        Duration.between(event.observedAt(), asOf).toSeconds());
  }
}

package org.muscat.server.chokepoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Event;

/**
 * Which reports of one reporter are versions of one. The store revises an event only at its own
 * observed-at; an update that also corrects the date stands beside what it corrects.
 *
 * <p>The rule is that of the indicator {@code attack-intensity}, so that the map shows what the
 * index counts: reports with one key, each at most 30 days after the one before, are versions of
 * one report. The one that was known latest stands; of two known at once the one that says it is an
 * {@code update}, else the one that was observed later.
 */
final class Versions {

  /** Some reporters count anew each year: a key that comes again later is of another incident. */
  static final Duration APART = Duration.ofDays(30);

  private static final Comparator<Event> BY_VERSION =
      Comparator.comparing(Event::knownAt)
          .thenComparing(event -> event.attributes().containsKey("update"))
          .thenComparing(Event::observedAt);

  private Versions() {}

  /**
   * The latest known version of each report, oldest observed first.
   *
   * @param events of one reporter, oldest observed first
   */
  static List<Event> latest(List<Event> events) {
    Map<String, List<Event>> byKey = new HashMap<>();
    List<List<Event>> reports = new ArrayList<>();
    for (Event event : events) {
      List<Event> versions = byKey.get(event.key());
      if (versions == null || isApart(versions.get(versions.size() - 1), event)) {
        versions = new ArrayList<>();
        byKey.put(event.key(), versions);
        reports.add(versions);
      }
      versions.add(event);
    }
    return reports.stream()
        .map(versions -> versions.stream().max(BY_VERSION).orElseThrow())
        .sorted(Comparator.comparing(Event::observedAt).thenComparing(Event::key))
        .toList();
  }

  private static boolean isApart(Event earlier, Event later) {
    return later.observedAt().isAfter(earlier.observedAt().plus(APART));
  }
}

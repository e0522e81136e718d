package org.muscat.maritime.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.spi.Event;
import org.muscat.spi.NoData;
import org.muscat.spi.SeriesView;

/**
 * Who reported, and up to when. No series tells that nothing happened, so the newest report of a
 * reporter, from anywhere in the world, is the last sign that it was looking: up to there its own
 * incidents wear off, and a reading is as old as the oldest of these signs. A reporter that gave
 * none for 90 days counts no more; what it said before wears off with the others'.
 */
final class Reporters {

  /** The longest hold of the method, section 2, rule 2. */
  static final Duration LONGEST_SILENCE = Duration.ofDays(90);

  private final List<Report> reports = new ArrayList<>();
  private final Map<String, Instant> lastSigns = new TreeMap<>();
  private final List<String> silent = new ArrayList<>();
  private int unusable;

  private Reporters() {}

  static Reporters of(SeriesView known, List<String> series) {
    Reporters reporters = new Reporters();
    series.stream().distinct().forEach(name -> reporters.add(known, name));
    return reporters;
  }

  private void add(SeriesView known, String series) {
    List<Event> events = Versions.latest(known.events(series));
    for (Event event : events) {
      Optional<Report> report = Report.of(series, event);
      report.ifPresent(reports::add);
      unusable += report.isPresent() ? 0 : 1;
    }
    Optional<Instant> last = events.stream().map(Event::observedAt).max(Instant::compareTo);
    if (last.isPresent() && !last.get().plus(LONGEST_SILENCE).isBefore(known.asOf())) {
      lastSigns.put(series, last.get());
    } else {
      silent.add(series);
    }
  }

  /** Why there can be no reading, if nobody reports. */
  Optional<NoData> silence() {
    return lastSigns.isEmpty()
        ? Optional.of(
            new NoData(
                "%s gave no report from anywhere for %d days"
                    .formatted(String.join(", ", silent), LONGEST_SILENCE.toDays())))
        : Optional.empty();
  }

  /** How old a reading of them is: the oldest of the last signs. */
  Instant observedAt() {
    return lastSigns.values().stream().min(Instant::compareTo).orElseThrow();
  }

  List<Incident> incidents() {
    return Incident.join(reports);
  }

  /** Up to when an incident wears off: the newest sign of those who reported it. */
  Instant lastSign(Incident incident) {
    return incident.reports().stream()
        .map(Report::series)
        .filter(lastSigns::containsKey)
        .map(lastSigns::get)
        .max(Instant::compareTo)
        .orElseGet(this::newestSign);
  }

  /** What the reading lacks, if anything. */
  Optional<String> caveat() {
    List<String> lacks = new ArrayList<>();
    if (!silent.isEmpty()) {
      lacks.add(
          "no report of %s for %d days"
              .formatted(String.join(", ", silent), LONGEST_SILENCE.toDays()));
    }
    if (unusable > 0) {
      lacks.add(unusable + " reports without a usable position or weight");
    }
    return lacks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lacks));
  }

  /** The newest of the last signs. */
  Instant newestSign() {
    return lastSigns.values().stream().max(Instant::compareTo).orElseThrow();
  }
}

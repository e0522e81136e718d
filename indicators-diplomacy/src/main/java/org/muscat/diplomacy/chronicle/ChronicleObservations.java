package org.muscat.diplomacy.chronicle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * What a chronicle says, and when it could first be known.
 *
 * <p>An event is known a day after its date: the day has to be over, and the reports that it is
 * coded from appear on the day or the next. That is assumed, because it was coded later.
 *
 * <p>What is known only later, such as how long a thing lasted, comes as revisions of the event;
 * see {@link KnownVersions}.
 */
final class ChronicleObservations {

  private final String theatre;
  private final List<Observation> observations = new ArrayList<>();

  private ChronicleObservations(String theatre) {
    this.theatre = theatre;
  }

  static List<Observation> of(String theatre, List<CodedFile> files) {
    ChronicleObservations all = new ChronicleObservations(theatre);
    List<CodedEvent> events =
        files.stream()
            .flatMap(file -> file.events().stream())
            .sorted(Comparator.comparing(CodedEvent::date).thenComparing(CodedEvent::id))
            .toList();
    files.stream()
        .map(CodedFile::codedFrom)
        .min(Comparator.naturalOrder())
        .ifPresent(first -> all.addAgreementsInForce(events, first));
    events.forEach(all::add);
    files.forEach(all::addCodedDays);
    return all.observations;
  }

  /** An agreement that ends without a start in the chronicle was in force on its first day. */
  private void addAgreementsInForce(List<CodedEvent> events, LocalDate first) {
    Set<Set<String>> started = new HashSet<>();
    for (CodedEvent event : events) {
      if (event.type() == EventType.AGREEMENT_START) {
        started.add(event.actorSet());
      } else if (event.type() == EventType.AGREEMENT_END && !started.remove(event.actorSet())) {
        Map<String, String> attributes = KnownVersions.attributes(event);
        attributes.put("summary", "In force before the first coded day; see its end.");
        add(event.id() + "/in-force", first, EventType.AGREEMENT_START, 1, attributes, first);
      }
    }
  }

  private void add(CodedEvent event) {
    KnownVersions versions = new KnownVersions(event);
    for (LocalDate day : versions.days()) {
      KnownVersions.Version version = versions.after(day);
      add(event.id(), event.date(), version.type(), version.value(), version.attributes(), day);
    }
  }

  private void add(
      String key,
      LocalDate date,
      EventType type,
      double value,
      Map<String, String> attributes,
      LocalDate knownDay) {
    observations.add(
        Observation.event(
                type.domain().series(theatre), key, start(date), type.word(), value, attributes)
            .knownAt(start(knownDay.plusDays(1)), KnownBasis.ASSUMED));
  }

  private void addCodedDays(CodedFile file) {
    for (LocalDate day = file.codedFrom();
        !day.isAfter(file.codedThrough());
        day = day.plusDays(1)) {
      observations.add(
          Observation.point(CodedDays.series(theatre), start(day), 1)
              .knownAt(start(day.plusDays(1)), KnownBasis.ASSUMED));
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

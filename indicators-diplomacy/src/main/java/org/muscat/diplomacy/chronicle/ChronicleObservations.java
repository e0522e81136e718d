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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * What a chronicle says, and when it could first be known.
 *
 * <p>An event is known a day after its date: the day has to be over, and the reports that it is
 * coded from appear on the day or the next. That is assumed, because it was coded later.
 *
 * <p>How long a thing lasted is known only as it goes on, so it comes as revisions of the event.
 * When its second day is over it is {@code ongoing}; strikes are a limited strike until their third
 * day is over, because only then are they sustained ones; and the last day, {@code until}, is known
 * after a first day without. The deadline of an ultimatum is known with the ultimatum.
 */
final class ChronicleObservations {

  /** The days after which the coding manual calls strikes sustained. */
  static final int SUSTAINED = 3;

  private static final double LIMITED_LEVEL = .75;

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
        Map<String, String> attributes = attributes(event);
        attributes.put("summary", "In force before the first coded day; see its end.");
        add(event.id() + "/in-force", first, EventType.AGREEMENT_START, 1, attributes, first);
      }
    }
  }

  private void add(CodedEvent event) {
    LocalDate date = event.date();
    LocalDate until = event.until();
    boolean sustained = event.type() == EventType.SUSTAINED_STRIKES;
    if (event.type() == EventType.ULTIMATUM) {
      add(event, date, until);
      return;
    }
    add(event, date, null);
    if (until == null ? sustained : until.isAfter(date)) {
      add(event, date.plusDays(1), null);
    }
    if (sustained) {
      add(event, date.plusDays(SUSTAINED - 1), null);
    }
    if (until != null) {
      add(event, until.plusDays(1), until);
    }
  }

  /** One version of an event: what was known when a day was over. */
  private void add(CodedEvent event, LocalDate knownDay, @Nullable LocalDate until) {
    Map<String, String> attributes = attributes(event);
    if (until != null) {
      attributes.put("until", until.toString());
    } else if (knownDay.isAfter(event.date())) {
      attributes.put("ongoing", "true");
    }
    boolean tooEarly =
        event.type() == EventType.SUSTAINED_STRIKES
            && knownDay.isBefore(event.date().plusDays(SUSTAINED - 1));
    EventType type = tooEarly ? EventType.LIMITED_STRIKE : event.type();
    double level = tooEarly ? LIMITED_LEVEL : event.level();
    double value = type.domain() == Domain.KINETIC ? level : 1;
    add(event.id(), event.date(), type, value, attributes, knownDay);
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

  private static Map<String, String> attributes(CodedEvent event) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("actors", String.join(" ", event.actors()));
    attributes.put("area", event.area());
    attributes.put("confidence", event.confidence());
    attributes.put("verified", Boolean.toString(event.verified()));
    attributes.put("summary", event.summary());
    if (event.mediator() != null) {
      attributes.put("mediator", event.mediator());
    }
    if (event.attribution() != null) {
      attributes.put("attribution", event.attribution());
    }
    return attributes;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

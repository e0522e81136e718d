package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was known of an event when a day was over, for each day after which that was more than
 * before.
 *
 * <p>How long a thing lasted is known only as it goes on. When its second day is over it is {@code
 * ongoing}; strikes are a limited strike until their third day is over, because only then are they
 * sustained ones; and the last day, {@code until}, is known after a first day without. A deployment
 * is {@code ordered} until the day on which it {@code arrived} is over. The deadline of an
 * ultimatum is known with the ultimatum.
 */
final class KnownVersions {

  /** The days after which the coding manual calls strikes sustained. */
  static final int SUSTAINED = 3;

  private static final double LIMITED_LEVEL = .75;

  private final CodedEvent event;

  KnownVersions(CodedEvent event) {
    this.event = event;
  }

  /** One version: what an observation of it says. */
  record Version(EventType type, double value, Map<String, String> attributes) {}

  /** The days after which more was known, the day of the event first. */
  SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    LocalDate date = event.date();
    LocalDate until = event.until();
    days.add(date);
    if (event.type() == EventType.ULTIMATUM) {
      return days;
    }
    if (goesOn(until)) {
      days.add(date.plusDays(1));
    }
    if (isSustained()) {
      days.add(sustainedFrom());
    }
    LocalDate arrived = event.particulars().arrived();
    if (arrived != null && arrived.isAfter(date)) {
      days.add(arrived);
    }
    if (until != null) {
      days.add(until.plusDays(1));
    }
    return days;
  }

  /** What was known when a day was over. */
  Version after(LocalDate day) {
    Map<String, String> attributes = attributes(event);
    addDuration(attributes, day);
    addArrival(attributes, day);
    boolean tooEarly = isSustained() && day.isBefore(sustainedFrom());
    EventType type = tooEarly ? EventType.LIMITED_STRIKE : event.type();
    double level = tooEarly ? LIMITED_LEVEL : event.particulars().level();
    return new Version(type, type.domain() == Domain.KINETIC ? level : 1, attributes);
  }

  private boolean goesOn(@Nullable LocalDate until) {
    if (event.type() == EventType.DEPLOYMENT) {
      // It goes on whether or not anybody will ever code its end.
      return false;
    }
    return until == null ? isSustained() : until.isAfter(event.date());
  }

  private boolean isSustained() {
    return event.type() == EventType.SUSTAINED_STRIKES;
  }

  private LocalDate sustainedFrom() {
    return event.date().plusDays(SUSTAINED - 1L);
  }

  private void addDuration(Map<String, String> attributes, LocalDate day) {
    LocalDate until = event.until();
    boolean deadline = event.type() == EventType.ULTIMATUM;
    if (until != null && (deadline || day.isAfter(until))) {
      attributes.put("until", until.toString());
    } else if (day.isAfter(event.date()) && goesOn(until)) {
      attributes.put("ongoing", "true");
    }
  }

  private void addArrival(Map<String, String> attributes, LocalDate day) {
    LocalDate arrived = event.particulars().arrived();
    if (arrived != null && day.isBefore(arrived)) {
      attributes.put("ordered", "true");
    } else if (arrived != null) {
      attributes.put("arrived", arrived.toString());
    }
  }

  /** What was known of an event from its first day on. */
  static Map<String, String> attributes(CodedEvent event) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("actors", String.join(" ", event.actors()));
    attributes.put("area", event.area());
    attributes.put("confidence", event.confidence());
    attributes.put("verified", Boolean.toString(event.verified()));
    attributes.put("summary", event.summary());
    Particulars particulars = event.particulars();
    putIfGiven(attributes, "mediator", particulars.mediator());
    putIfGiven(attributes, "attribution", particulars.attribution());
    putIfGiven(attributes, "threat", particulars.threat());
    putIfGiven(attributes, "stance", particulars.stance());
    if (!particulars.assets().isEmpty()) {
      attributes.put(
          "assets", String.join(" ", particulars.assets().stream().map(Asset::word).toList()));
    }
    return attributes;
  }

  private static void putIfGiven(
      Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }
}

package org.muscat.bench.theses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.muscat.server.runtime.Session;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.store.SourceRanking;

/** The events of the chronicle as they are known at the end. */
final class Chronicle {

  static final Set<String> ROUNDS = Set.of("indirect-round", "direct-round", "interim-mou");
  static final Set<String> ADVANCES =
      Set.of(
          "contact",
          "indirect-round",
          "direct-round",
          "interim-mou",
          "agreement-start",
          "offer",
          "sanction-relief",
          "ceasefire");
  static final Set<String> SETBACKS_IN_TALKS =
      Set.of(
          "denial",
          "cancellation",
          "collapse",
          "agreement-end",
          "punishment",
          "sanction",
          "ultimatum");
  static final Set<String> SIGNALS = Set.of("deployment", "commander-visit", "exercise", "sortie");
  static final Set<String> FORCE =
      Set.of(
          "proxy-incident",
          "seizure",
          "ship-attack",
          "platform-fire",
          "limited-strike",
          "sustained-strikes");

  private static final List<String> DOMAINS =
      List.of(
          "dialogue",
          "kinetic",
          "deadline",
          "posture",
          "signalling",
          "protective",
          "sanctions",
          "other");

  /** Events of one kind that are this near to the one before belong to the same turn. */
  private static final int SAME_TURN = 5;

  private final List<Event> events;

  private Chronicle(List<Event> events) {
    this.events = events;
  }

  static Chronicle of(Session session, String theatre, Instant until) {
    Inputs inputs = Inputs.none();
    for (String domain : DOMAINS) {
      inputs = inputs.with("events/" + theatre + "/" + domain, Inputs.WHOLE_HISTORY);
    }
    var view =
        session
            .store()
            .history(inputs.all(), SourceRanking.byName(), until)
            .view(until, inputs.all());
    List<Event> events = new ArrayList<>();
    DOMAINS.forEach(domain -> events.addAll(view.events("events/" + theatre + "/" + domain)));
    events.sort(Comparator.comparing(Event::observedAt).thenComparing(Event::key));
    return new Chronicle(events);
  }

  List<Event> all(Set<String> types) {
    return events.stream().filter(event -> types.contains(event.type())).toList();
  }

  /** The days of events of these types. */
  List<LocalDate> days(Set<String> types) {
    return days(event -> types.contains(event.type()));
  }

  List<LocalDate> days(Predicate<Event> which) {
    return List.copyOf(new TreeSet<>(events.stream().filter(which).map(Chronicle::day).toList()));
  }

  /** The first days of groups of events, none of which is within five days of the one before. */
  List<LocalDate> turns(Set<String> types) {
    return turns(days(types));
  }

  static List<LocalDate> turns(List<LocalDate> days) {
    List<LocalDate> turns = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (LocalDate day : days) {
      if (turns.isEmpty() || day.isAfter(last.plusDays(SAME_TURN))) {
        turns.add(day);
      }
      last = day;
    }
    return List.copyOf(turns);
  }

  static LocalDate day(Event event) {
    return LocalDate.ofInstant(event.observedAt(), ZoneOffset.UTC);
  }
}

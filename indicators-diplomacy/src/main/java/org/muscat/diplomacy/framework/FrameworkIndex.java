package org.muscat.diplomacy.framework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/** The framework index; see {@link FrameworkIndexProvider}. */
final class FrameworkIndex implements Indicator {

  static final Duration DAY = Duration.ofDays(1);

  /** How long after the last coded day nothing is said of it. */
  private static final Duration FRESH = Duration.ofDays(30);

  private static final double HUNDREDTHS = 100;

  private final String theatre;
  private final Duration maxAge;

  FrameworkIndex(String theatre, Duration maxAge) {
    this.theatre = theatre;
    this.maxAge = maxAge;
  }

  @Override
  public Reading read(SeriesView known) {
    Optional<Instant> last = lastCodedDay(known);
    if (last.isEmpty()) {
      return new NoData("no day is coded in " + FrameworkObservations.codedDays(theatre));
    }
    if (last.get().plus(maxAge).isBefore(known.asOf())) {
      return new NoData(
          "the framework is coded through %s, more than %d days ago"
              .formatted(day(last.get()), maxAge.toDays()));
    }
    return read(known, last.get());
  }

  private Reading read(SeriesView known, Instant last) {
    Map<Component, Event> levels = levels(known, last);
    List<String> without = new ArrayList<>();
    double sum = 0;
    Map<String, String> facts = new LinkedHashMap<>();
    for (Component component : Component.values()) {
      Event level = levels.get(component);
      if (level == null) {
        without.add(component.word());
      } else {
        sum += component.percent() * level.value();
        facts.put(component.word(), told(level));
      }
    }
    if (!without.isEmpty()) {
      return new NoData("no level is known of " + String.join(", ", without));
    }
    Measured reading = Measured.of(sum / HUNDREDTHS, last);
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      reading = reading.fact(fact.getKey(), fact.getValue());
    }
    return last.plus(FRESH).isBefore(known.asOf())
        ? reading.partial("the framework is coded through " + day(last) + " only")
        : reading;
  }

  /** The level of each component on a day, in the newest version of the file that is known. */
  private Map<Component, Event> levels(SeriesView known, Instant day) {
    Map<Component, List<Event>> all = new EnumMap<>(Component.class);
    int newest = 0;
    for (Component component : Component.values()) {
      List<Event> events = known.events(component.series(theatre));
      all.put(component, events);
      for (Event event : events) {
        newest = Math.max(newest, version(event));
      }
    }
    Map<Component, Event> levels = new EnumMap<>(Component.class);
    for (Map.Entry<Component, List<Event>> each : all.entrySet()) {
      for (Event event : each.getValue()) {
        if (version(event) == newest && !event.observedAt().isAfter(day)) {
          levels.put(each.getKey(), event);
        }
      }
    }
    return levels;
  }

  /** Only days that are over count: nobody can have coded a running one as a whole. */
  private Optional<Instant> lastCodedDay(SeriesView known) {
    Series days = known.series(FrameworkObservations.codedDays(theatre));
    for (int i = days.size() - 1; i >= 0; i--) {
      if (!days.time(i).plus(DAY).isAfter(known.asOf())) {
        return Optional.of(days.time(i));
      }
    }
    return Optional.empty();
  }

  private static int version(Event event) {
    return (int) event.number(FrameworkObservations.VERSION);
  }

  private static String told(Event level) {
    return "%s since %s: %s"
        .formatted(
            level.value() == 0.5 ? "0.5" : Integer.toString((int) level.value()),
            day(level.observedAt()),
            level.attributes().getOrDefault(FrameworkObservations.REASON, "no reason is given"));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** The kinetic state; see {@link KineticStateProvider}. */
final class KineticState implements Indicator {

  /** The grace and four half-lives, in days: what is older hardly counts. */
  static final int WINDOW = 23;

  static final Duration MAX_AGE = Duration.ofDays(7);

  private static final double GRACE = 3;
  private static final double HALF_LIFE = 5;

  private final String theatre;
  private final Set<String> areas;

  KineticState(String theatre, List<String> areas) {
    this.theatre = theatre;
    this.areas = Set.copyOf(areas);
  }

  @Override
  public Reading read(SeriesView known) {
    CodedDays days = CodedDays.of(known, theatre, WINDOW);
    Optional<NoData> silence = days.silence(MAX_AGE);
    if (silence.isPresent()) {
      return silence.get();
    }
    List<Event> events = known.events(Domain.KINETIC.series(theatre));
    double state = 0;
    String leading = "none";
    for (Event event : events) {
      double age = Math.max(0, days.daysSince(end(event, events, days.end())) - GRACE);
      double now = counts(event) ? level(event) * Math.pow(2, -age / HALF_LIFE) : 0;
      if (now > state) {
        state = now;
        leading = event.key();
      }
    }
    return days.judge(Measured.of(state, days.last()).fact("leading-event", leading));
  }

  private boolean counts(Event event) {
    return !isCeasefire(event) && areas.contains(event.attributes().getOrDefault("area", ""));
  }

  private static double level(Event event) {
    return event.value() * Credibility.verification(event);
  }

  /** The start of the last day of an event, as far as it is known. */
  private static Instant end(Event event, List<Event> events, Instant now) {
    Optional<Instant> lastDay = Lasting.lastDay(event);
    if (lastDay.isPresent()) {
      return lastDay.get();
    }
    return events.stream()
        .filter(other -> isCeasefire(other) && !other.observedAt().isBefore(event.observedAt()))
        .filter(ceasefire -> Credibility.verification(ceasefire) == 1)
        .filter(ceasefire -> Actors.shareTwo(Actors.of(event), Actors.of(ceasefire)))
        .map(Event::observedAt)
        .findFirst()
        .orElse(now);
  }

  private static boolean isCeasefire(Event event) {
    return event.type().equals(EventType.CEASEFIRE.word());
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** The forces in the theatre; see {@link ForcePostureProvider}. */
final class ForcePosture implements Indicator {

  /** How long a deployment counts of which no end is known, in days. */
  static final int LONGEST = 300;

  static final Horizon HORIZON = new Horizon(LONGEST, Duration.ofDays(14));

  /** Up to this age the reading says that the end is missing. */
  private static final int LACK_NAMED = 2 * LONGEST;

  private static final double FULL = 4;
  private static final double ORDERED = .5;

  private final String theatre;

  ForcePosture(String theatre) {
    this.theatre = theatre;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(Domain.POSTURE.series(theatre));
    return HORIZON.read(known, theatre, days -> measure(events, days));
  }

  private static Measured measure(List<Event> events, CodedDays days) {
    Contributions present = new Contributions();
    List<String> unended = new ArrayList<>();
    for (Event event : events) {
      double force = force(event);
      if (force > 0 && !hasLeft(event, days.last())) {
        double age = lastDay(event).isPresent() ? 0 : days.daysSince(event);
        if (age <= LONGEST) {
          present.add(event, force);
        } else if (age <= LACK_NAMED) {
          unended.add(event.key());
        }
      }
    }
    Measured reading =
        Measured.of(Math.min(1, present.sum() / FULL), days.last())
            .fact("leading-events", present.leading());
    return unended.isEmpty()
        ? reading
        : reading.partial(
            "no end is coded after %d days of %s".formatted(LONGEST, String.join(", ", unended)));
  }

  /** In carrier groups; 0 for a withdrawal, and for a deployment without units of weight. */
  private static double force(Event event) {
    String assets = event.attributes().get("assets");
    if (assets == null) {
      return 0;
    }
    double weight = 0;
    for (String word : assets.split(" ", -1)) {
      weight += Asset.of(word).map(Asset::weight).orElse(0.0);
    }
    double there = event.attributes().containsKey("ordered") ? ORDERED : 1;
    return weight * there * Credibility.verification(event);
  }

  private static boolean hasLeft(Event event, Instant lastCoded) {
    return lastDay(event).filter(lastCoded::isAfter).isPresent();
  }

  /** The start of the last day in the theatre; empty while the end is not known. */
  private static Optional<Instant> lastDay(Event event) {
    return event.attributes().containsKey("until") ? Lasting.lastDay(event) : Optional.empty();
  }
}

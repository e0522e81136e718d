package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** The forces in the theatre; see {@link ForcePostureProvider}. */
final class ForcePosture implements Indicator {

  /** The days of the unit that stays longest. */
  static final int LONGEST =
      Arrays.stream(Asset.values()).mapToInt(Asset::longestStay).max().orElseThrow();

  static final Horizon HORIZON = new Horizon(LONGEST, Duration.ofDays(14));

  /** Up to so many of its longest stays the reading says that the end of a unit is missing. */
  private static final int LACK_NAMED = 2;

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
      if (hasLeft(event, days.last())) {
        continue;
      }
      double age = lastDay(event).isPresent() ? 0 : days.daysSince(event);
      double weight = 0;
      boolean lacksEnd = false;
      for (Asset asset : assets(event)) {
        boolean counts = age <= asset.longestStay();
        weight += counts ? asset.weight() : 0;
        lacksEnd |= !counts && age <= LACK_NAMED * asset.longestStay();
      }
      present.add(event, weight * presence(event) * Credibility.verification(event));
      if (lacksEnd) {
        unended.add(event.key());
      }
    }
    Measured reading =
        Measured.of(Math.min(1, present.sum() / FULL), days.last())
            .fact("leading-events", present.leading());
    return unended.isEmpty()
        ? reading
        : reading.partial("no end is coded of the stay of " + String.join(", ", unended));
  }

  /** None for a withdrawal, and for a deployment without units of weight. */
  private static List<Asset> assets(Event event) {
    String words = event.attributes().get("assets");
    return words == null
        ? List.of()
        : Arrays.stream(words.split(" ", -1)).flatMap(word -> Asset.of(word).stream()).toList();
  }

  private static double presence(Event event) {
    return event.attributes().containsKey("ordered") ? ORDERED : 1;
  }

  private static boolean hasLeft(Event event, Instant lastCoded) {
    return lastDay(event).filter(lastCoded::isAfter).isPresent();
  }

  /** The start of the last day in the theatre; empty while the end is not known. */
  private static Optional<Instant> lastDay(Event event) {
    return event.attributes().containsKey("until") ? Lasting.lastDay(event) : Optional.empty();
  }
}

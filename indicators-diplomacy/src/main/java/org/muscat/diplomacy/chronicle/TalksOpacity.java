package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** How much is hidden of the state of talks; see {@link TalksOpacityProvider}. */
final class TalksOpacity implements Indicator {

  /** Four half-lives: what is older hardly counts. */
  static final Horizon HORIZON = new Horizon(56, Duration.ofDays(14));

  private static final double HALF_LIFE = 14;
  private static final double PRIOR = .05;

  private final String theatre;
  private final Credibility credibility;

  TalksOpacity(String theatre, Credibility credibility) {
    this.theatre = theatre;
    this.credibility = credibility;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(Domain.DIALOGUE.series(theatre));
    return HORIZON.read(known, theatre, days -> measure(events, days));
  }

  private Measured measure(List<Event> events, CodedDays days) {
    Votes votes = new Votes(PRIOR);
    Contributions reports = new Contributions();
    for (Event event : events) {
      Optional<TalksState> state = TalksState.reportedBy(event);
      if (state.isPresent()) {
        double weight = credibility.of(event) * days.left(event.observedAt(), HALF_LIFE);
        votes.add(state.get(), weight);
        reports.add(event, weight);
      }
    }
    Agreements.inForce(events).stream()
        .max(Comparator.comparingDouble(credibility::of))
        .ifPresent(
            agreement -> {
              votes.add(TalksState.AGREED, credibility.of(agreement));
              reports.add(agreement, credibility.of(agreement));
            });
    return Measured.of(votes.entropy(), days.last())
        .fact("most-likely", votes.leader())
        .fact("leading-events", reports.leading())
        .fact("unconfirmed-share", unconfirmedShare(events, days));
  }

  /** {@code 1 - confirmed/(confirmed + single-source + denied)} over the reports of the horizon. */
  private static String unconfirmedShare(List<Event> events, CodedDays days) {
    List<Event> reports =
        events.stream()
            .filter(event -> TalksState.reportedBy(event).isPresent())
            .filter(event -> days.daysSince(event) <= HORIZON.days())
            .toList();
    if (reports.isEmpty()) {
      return "no reports";
    }
    long confirmed = reports.stream().filter(TalksOpacity::isConfirmed).count();
    return String.format(Locale.ROOT, "%.2f", 1 - (double) confirmed / reports.size());
  }

  /** By two independent sources, which is what confidence A says, and not a denial. */
  private static boolean isConfirmed(Event event) {
    return "A".equals(event.attributes().get("confidence"))
        && Credibility.verification(event) == 1
        && !event.type().equals(EventType.DENIAL.word());
  }
}

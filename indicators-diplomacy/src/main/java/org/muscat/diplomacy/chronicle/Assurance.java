package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** What is offered beside what is threatened; see {@link AssuranceProvider}. */
final class Assurance implements Indicator {

  /** Four half-lives: what is older hardly counts. */
  static final Horizon HORIZON = new Horizon(120, Duration.ofDays(14));

  private static final double HALF_LIFE = 30;
  private static final double DAMPING = 3;
  private static final Set<String> OFFERS =
      Set.of(EventType.OFFER.word(), EventType.SANCTION_RELIEF.word());
  private static final Set<String> PUNISHMENTS =
      Set.of(EventType.PUNISHMENT.word(), EventType.SANCTION.word());

  private final String theatre;

  Assurance(String theatre) {
    this.theatre = theatre;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = new ArrayList<>(known.events(Domain.OTHER.series(theatre)));
    events.addAll(known.events(Domain.SANCTIONS.series(theatre)));
    return HORIZON.read(known, theatre, days -> measure(events, days));
  }

  private static Measured measure(List<Event> events, CodedDays days) {
    Contributions offers = new Contributions();
    Contributions punishments = new Contributions();
    for (Event event : events) {
      double weight = Credibility.verification(event) * days.left(event.observedAt(), HALF_LIFE);
      if (OFFERS.contains(event.type())) {
        offers.add(event, weight);
      } else if (PUNISHMENTS.contains(event.type())) {
        punishments.add(event, weight);
      }
    }
    double assurance = offers.sum() / (offers.sum() + punishments.sum() + DAMPING);
    return Measured.of(assurance, days.last())
        .fact("leading-offers", offers.leading())
        .fact("leading-punishments", punishments.leading());
  }
}

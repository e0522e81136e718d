package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.Hawkes;

/** How fast the grey zone moves; see {@link ProxyTempoProvider}. */
final class ProxyTempo implements Indicator {

  /** Background and contagion of attacks at Hormuz (M4); ten days are half of an excitation. */
  static final Hawkes MODEL = new Hawkes(.0040, .569, Math.log(2) / 10);

  /** Four half-lives: what is older hardly counts. */
  static final Horizon HORIZON = new Horizon(40, Duration.ofDays(7));

  private final AreasConfig config;

  ProxyTempo(AreasConfig config) {
    this.config = config;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(Domain.KINETIC.series(config.theatre()));
    return HORIZON.read(known, config.theatre(), days -> measure(events, days));
  }

  private Measured measure(List<Event> events, CodedDays days) {
    Contributions incidents = new Contributions();
    for (Event event : events) {
      double mark = config.holds(event) ? mark(event) : 0;
      incidents.add(event, MODEL.excitation(mark, days.daysSince(event)));
    }
    return Measured.of(MODEL.mu() + incidents.sum(), days.last())
        .fact("leading-events", incidents.leading());
  }

  private static double mark(Event event) {
    Optional<EventType> type = EventType.of(event.type());
    return type.map(ProxyTempo::mark).orElse(0.0) * Credibility.verification(event);
  }

  private static double mark(EventType type) {
    return switch (type) {
      case PROXY_INCIDENT, SHIP_ATTACK -> 1;
      case SEIZURE -> 1.5;
      default -> 0;
    };
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/**
 * {@code sum c 2^(-dt/h)} over the events of one domain, dt from the start of an event's day or, of
 * what lasted, of its last day; what goes on counts in full. One that is not verified counts half.
 */
final class DecayingSum implements Indicator {

  private final String theatre;
  private final Domain domain;
  private final Horizon horizon;
  private final double halfLife;
  private final ToDoubleFunction<Event> weight;

  /**
   * A sum.
   *
   * @param halfLife h, in days
   * @param weight c of an event
   */
  DecayingSum(
      String theatre,
      Domain domain,
      Horizon horizon,
      double halfLife,
      ToDoubleFunction<Event> weight) {
    this.theatre = theatre;
    this.domain = domain;
    this.horizon = horizon;
    this.halfLife = halfLife;
    this.weight = weight;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(domain.series(theatre));
    return horizon.read(known, theatre, days -> measure(events, days));
  }

  private Measured measure(List<Event> events, CodedDays days) {
    Contributions contributions = new Contributions();
    for (Event event : events) {
      Instant last = Lasting.lastDay(event).orElse(days.end());
      contributions.add(
          event,
          weight.applyAsDouble(event)
              * Credibility.verification(event)
              * days.left(last, halfLife));
    }
    return Measured.of(contributions.sum(), days.last())
        .fact("leading-events", contributions.leading());
  }
}

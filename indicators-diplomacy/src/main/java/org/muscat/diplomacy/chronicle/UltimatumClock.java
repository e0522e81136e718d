package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** How near a public deadline is; see {@link UltimatumClockProvider}. */
final class UltimatumClock implements Indicator {

  static final Horizon HORIZON = new Horizon(90, Duration.ofDays(7));

  private static final double HALF_LIFE = 7;
  private static final double GRACE = 7;
  private static final double IMPLIED = .5;
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final String theatre;

  UltimatumClock(String theatre) {
    this.theatre = theatre;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(Domain.DEADLINE.series(theatre));
    return HORIZON.read(known, theatre, days -> measure(events, known.asOf(), days));
  }

  private static Measured measure(List<Event> events, Instant asOf, CodedDays days) {
    double clock = 0;
    String leading = "none";
    String deadline = "none";
    for (Event event : events) {
      String until = event.attributes().get("until");
      double now = until == null ? 0 : weight(event) * nearness(event, asOf, days);
      if (until != null && now > clock) {
        clock = now;
        leading = event.key();
        deadline = until;
      }
    }
    return Measured.of(clock, days.last())
        .fact("leading-event", leading)
        .fact("deadline", deadline);
  }

  private static double weight(Event event) {
    boolean explicit = "explicit".equals(event.attributes().get("threat"));
    return (explicit ? 1 : IMPLIED) * Credibility.verification(event);
  }

  /** In (0,1]: 1 from the deadline to a week after it. */
  private static double nearness(Event event, Instant asOf, CodedDays days) {
    Instant deadline = Lasting.lastDay(event).orElse(event.observedAt());
    double ahead = Duration.between(asOf, deadline).toMillis() / DAY_MILLIS;
    double past = Math.max(0, days.daysSince(deadline) - GRACE);
    return Math.pow(2, -Math.max(ahead, past) / HALF_LIFE);
  }
}

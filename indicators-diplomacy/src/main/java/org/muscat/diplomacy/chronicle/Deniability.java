package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** How many attacks nobody owns up to; see {@link DeniabilityProvider}. */
final class Deniability implements Indicator {

  static final Horizon HORIZON = new Horizon(180, Duration.ofDays(14));

  private static final double PRIOR_ATTACKS = 1;
  private static final double PRIOR_SHARE = .5;

  private final AreasConfig config;

  Deniability(AreasConfig config) {
    this.config = config;
  }

  @Override
  public Reading read(SeriesView known) {
    List<Event> events = known.events(Domain.KINETIC.series(config.theatre()));
    return HORIZON.read(known, config.theatre(), days -> measure(events, days));
  }

  private Measured measure(List<Event> events, CodedDays days) {
    Contributions denied = new Contributions();
    double attacks = 0;
    for (Event event : events) {
      if (isAttack(event) && config.holds(event) && days.daysSince(event) <= HORIZON.days()) {
        double weight = Credibility.verification(event);
        attacks += weight;
        denied.add(event, weight * deniability(event));
      }
    }
    double share = (denied.sum() + PRIOR_ATTACKS * PRIOR_SHARE) / (attacks + PRIOR_ATTACKS);
    return Measured.of(share, days.last()).fact("leading-events", denied.leading());
  }

  private static boolean isAttack(Event event) {
    return event.attributes().containsKey("attribution");
  }

  private static double deniability(Event event) {
    return switch (event.attributes().getOrDefault("attribution", "")) {
      case "unclaimed" -> 1;
      case "attributed", "denied" -> .5;
      default -> 0;
    };
  }
}

package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;

/** The stock of talks; see {@link DialogueStockProvider}. */
final class DialogueStock implements Indicator {

  /** Four half-lives, in days: what is older hardly counts. */
  static final int WINDOW = 56;

  static final Duration MAX_AGE = Duration.ofDays(14);

  private static final double HALF_LIFE = 14;
  private static final double SATURATION = .8;
  private static final double AGREEMENT = 1.5;

  private final String theatre;
  private final Credibility credibility;

  DialogueStock(String theatre, Credibility credibility) {
    this.theatre = theatre;
    this.credibility = credibility;
  }

  @Override
  public Reading read(SeriesView known) {
    CodedDays days = CodedDays.of(known, theatre, WINDOW);
    Optional<NoData> silence = days.silence(MAX_AGE);
    if (silence.isPresent()) {
      return silence.get();
    }
    List<Event> events = known.events(Domain.DIALOGUE.series(theatre));
    double decaying = 0;
    for (Event event : events) {
      decaying +=
          contribution(event.type())
              * credibility.of(event)
              * Math.pow(2, -days.daysSince(event) / HALF_LIFE);
    }
    double level = agreementLevel(events);
    double share = 1 - Math.pow(2, -Math.max(decaying + level, 0) / SATURATION);
    Measured reading =
        Measured.of(share, days.last()).fact("agreement-in-force", level > 0 ? "yes" : "no");
    return days.judge(reading);
  }

  private double agreementLevel(List<Event> events) {
    return AGREEMENT
        * Agreements.inForce(events).stream().mapToDouble(credibility::of).max().orElse(0);
  }

  private static double contribution(String type) {
    return EventType.of(type).map(DialogueStock::contribution).orElse(0.0);
  }

  private static double contribution(EventType type) {
    return switch (type) {
      case DENIAL, CANCELLATION -> -.5;
      case CONTACT -> .2;
      case INDIRECT_ROUND -> .5;
      case DIRECT_ROUND -> .8;
      case INTERIM_MOU -> 1;
      case COLLAPSE -> -1;
      default -> 0;
    };
  }
}

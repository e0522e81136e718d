package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import org.muscat.spi.Event;
import org.muscat.spi.Indicator;
import org.muscat.spi.Inputs;

/** What {@code signalling} and {@code signalling-tension} have in common. */
final class Signalling {

  /** Four half-lives: what is older hardly counts. */
  static final Horizon HORIZON = new Horizon(28, Duration.ofDays(7));

  private static final double HALF_LIFE = 7;

  private Signalling() {}

  static Inputs inputs(String theatre) {
    return HORIZON.inputs(theatre, Domain.SIGNALLING);
  }

  static Indicator of(String theatre) {
    return new DecayingSum(theatre, Domain.SIGNALLING, HORIZON, HALF_LIFE, Signalling::weight);
  }

  private static double weight(Event event) {
    return EventType.of(event.type()).map(Signalling::weight).orElse(0.0);
  }

  private static double weight(EventType type) {
    return switch (type) {
      case COMMANDER_VISIT -> .5;
      case EXERCISE -> .3;
      case SORTIE -> .2;
      default -> 0;
    };
  }
}

package org.muscat.maritime;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muscat.maritime.BelowSwitch.Position;

/**
 * The word for a strait, and the first day of the run of ratios that brought it.
 *
 * @param since when the traffic changed, some days of dwell before the word did; for the word that
 *     the record begins with, the first day that has a ratio
 */
record Status(Word word, LocalDate since) {

  enum Word {
    OPEN,
    RESTRICTED,
    EFFECTIVELY_CLOSED
  }

  /** The word after the last of these days; empty if none has held for its dwell yet. */
  static Optional<Status> after(
      List<TransitRatio> days, double restrictedBelow, ChokepointStatusConfig config) {
    long dwell = config.dwell().toDays();
    long closedDwell = config.closedDwell().toDays();
    BelowSwitch restricted = new BelowSwitch(restrictedBelow, config.hysteresis(), dwell, dwell);
    BelowSwitch closed =
        new BelowSwitch(config.closedBelow(), config.hysteresis(), closedDwell, dwell);
    for (TransitRatio day : days) {
      restricted.step(day.date(), day.q(), config.observed().days());
      closed.step(day.date(), day.q(), config.observed().days());
    }
    return word(restricted, closed);
  }

  private static Optional<Status> word(BelowSwitch restricted, BelowSwitch closed) {
    if (closed.position() == Position.ON) {
      return Optional.of(new Status(Word.EFFECTIVELY_CLOSED, start(closed)));
    }
    if (closed.position() == Position.UNKNOWN || restricted.position() == Position.UNKNOWN) {
      return Optional.empty();
    }
    LocalDate since = later(start(restricted), start(closed));
    return Optional.of(
        new Status(restricted.position() == Position.ON ? Word.RESTRICTED : Word.OPEN, since));
  }

  private static LocalDate start(BelowSwitch known) {
    return Objects.requireNonNull(known.since());
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}

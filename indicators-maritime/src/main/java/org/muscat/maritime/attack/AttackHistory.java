package org.muscat.maritime.attack;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.muscat.maritime.geo.Position;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.MarkedTimes;

/**
 * What reporters told of attacks, as the process that {@code attack-intensity} takes them for:
 * reports of one incident count once, and what has no weight is no attack. From it come the figures
 * of the indicator. Immutable.
 */
public final class AttackHistory {

  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  /** How much an attack excites what follows. */
  public enum Marks {
    /** Its weight times the kernel of its distance, as the indicator has it. */
    WEIGHT_AND_DISTANCE,
    /** Its weight alone. */
    WEIGHT
  }

  private final List<Incident> attacks;

  private AttackHistory(List<Incident> attacks) {
    this.attacks = attacks;
  }

  /**
   * The attacks of some series.
   *
   * @param known a view of all of them
   * @param series of incident reports
   */
  public static AttackHistory of(SeriesView known, List<String> series) {
    return new AttackHistory(
        Reporters.of(known, series).incidents().stream()
            .filter(incident -> incident.weight() > 0)
            .toList());
  }

  /**
   * When there were attacks near a place, in days since the window began.
   *
   * @param kilometres how near; infinite for all
   * @param from first day of the window
   * @param to last day of the window
   */
  public MarkedTimes around(
      Position place, double kilometres, Marks marks, LocalDate from, LocalDate to) {
    Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Incident> near =
        attacks.stream()
            .filter(a -> !a.observedAt().isBefore(start) && a.observedAt().isBefore(end))
            .filter(a -> place.kilometresTo(a.position()) <= kilometres)
            .toList();
    return MarkedTimes.of(
        near.stream().mapToDouble(a -> days(start, a.observedAt())).toArray(),
        near.stream().mapToDouble(a -> mark(a, place, marks)).toArray(),
        days(start, end));
  }

  private static double mark(Incident attack, Position place, Marks marks) {
    return switch (marks) {
      case WEIGHT_AND_DISTANCE ->
          attack.weight() * AttackIntensity.kernel(place.kilometresTo(attack.position()));
      case WEIGHT -> attack.weight();
    };
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / DAY_MILLIS;
  }
}

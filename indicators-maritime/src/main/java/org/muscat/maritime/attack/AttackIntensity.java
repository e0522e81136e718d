package org.muscat.maritime.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.muscat.maritime.geo.Position;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.Hawkes;

/** The intensity of attacks at a place; see {@link AttackIntensityProvider}. */
final class AttackIntensity implements Indicator {

  /** b: ten days are half of it. */
  static final double DECAY = Math.log(2) / 10;

  /** h of the kernel {@code e^(-d^2/2h^2)}. */
  static final double KERNEL_KILOMETRES = 200;

  /** Attacks so near are "at the strait" where they are counted: two h. */
  static final double COUNTED_KILOMETRES = 2 * KERNEL_KILOMETRES;

  /** After a year a millionth of a millionth is left of an attack. */
  static final Duration LOOK_BACK = Duration.ofDays(365);

  private static final Duration COUNTED = Duration.ofDays(30);
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final Position place;
  private final List<String> series;
  private final Hawkes model;

  AttackIntensity(Position place, List<String> series, Hawkes model) {
    this.place = place;
    this.series = series;
    this.model = model;
  }

  @Override
  public Reading read(SeriesView known) {
    Reporters reporters = Reporters.of(known, series);
    return reporters.silence().<Reading>map(none -> none).orElseGet(() -> read(reporters));
  }

  private Reading read(Reporters reporters) {
    double intensity = model.mu();
    double marks = 0;
    int near = 0;
    int recent = 0;
    Instant counted = reporters.newestSign().minus(COUNTED);
    for (Incident incident : reporters.incidents()) {
      double kilometres = place.kilometresTo(incident.position());
      double mark = incident.weight() * kernel(kilometres);
      intensity += model.excitation(mark, wornOff(incident, reporters));
      if (kilometres <= COUNTED_KILOMETRES && incident.weight() > 0) {
        near++;
        marks += mark;
        recent += incident.observedAt().isAfter(counted) ? 1 : 0;
      }
    }
    Measured measured =
        Measured.of(intensity, reporters.observedAt())
            .fact("attacks-in-30-days", Integer.toString(recent))
            .fact("branching-ratio", near == 0 ? "none" : branching(marks / near));
    return reporters.caveat().map(measured::partial).orElse(measured);
  }

  /** How much of an attack is left at a distance, in [0,1]. */
  static double kernel(double kilometres) {
    double widths = kilometres / KERNEL_KILOMETRES;
    return Math.exp(-widths * widths / 2);
  }

  private static double wornOff(Incident incident, Reporters reporters) {
    Duration age = Duration.between(incident.observedAt(), reporters.lastSign(incident));
    return Math.max(0, age.toMillis() / DAY_MILLIS);
  }

  private String branching(double meanMark) {
    return String.format(Locale.ROOT, "%.3f", model.branchingRatio(meanMark));
  }
}

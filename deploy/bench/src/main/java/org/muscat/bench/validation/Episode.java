package org.muscat.bench.validation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What happened at a strait (docs/maritime.md, Detection; written down before a number was
 * computed).
 *
 * @param onset its first day
 * @param crisis its first day of crisis; all later days are crisis too
 * @param delayFrom the day from which a delay counts
 */
record Episode(LocalDate onset, LocalDate crisis, LocalDate delayFrom) {

  /** The Red Sea at Bab el-Mandeb: the Galaxy Leader, crisis days, the container lines turn. */
  static final Episode RED_SEA =
      new Episode(LocalDate.of(2023, 11, 19), LocalDate.of(2024, 2, 1), LocalDate.of(2023, 12, 15));

  /** What a day is. */
  enum Phase {
    QUIET,
    ONSET,
    CRISIS
  }

  /** What a day is at a strait at which perhaps nothing happened. */
  static Phase phase(Optional<Episode> episode, LocalDate day) {
    return episode.map(happened -> happened.phase(day)).orElse(Phase.QUIET);
  }

  private Phase phase(LocalDate day) {
    if (day.isBefore(onset)) {
      return Phase.QUIET;
    }
    return day.isBefore(crisis) ? Phase.ONSET : Phase.CRISIS;
  }
}

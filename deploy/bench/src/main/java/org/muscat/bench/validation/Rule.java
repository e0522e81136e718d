package org.muscat.bench.validation;

import org.muscat.spi.Series;

/** Says of a day whether a strait is cut. It is given the days up to that one and no later ones. */
interface Rule {

  /** What a rule says of a day. */
  enum Verdict {
    FLAGGED,
    USUAL,
    /** It cannot say anything yet. */
    NOTHING
  }

  /**
   * Judges the newest day.
   *
   * @param known daily calls of one vintage, from the first day of the record to the day that is
   *     judged, at least one
   */
  Verdict judge(Series known);
}

package org.muscat.diplomacy.sanctions;

import java.time.Duration;

/** A part of economic stress: where it is 0 and where 1, what it weighs, how long it holds. */
enum StressPart {
  /** How much dearer a dollar is on the open market than at the official rate, %. */
  CURRENCY_GAP("rial-gap", 0, 150, 40, 14),
  /** Consumer prices against a year ago, %. */
  INFLATION("inflation", 10, 50, 20, 75),
  /** Exports of crude, million barrels a day; fewer are worse. */
  OIL_EXPORTS("oil-exports", 2.2, 0.4, 25, 75),
  /** Traffic of the internet in % of what is usual; less is worse. */
  CONNECTIVITY("connectivity", 95, 20, 15, 7);

  private final String word;
  private final double none;
  private final double full;
  private final int percent;
  private final Duration maxAge;

  StressPart(String word, double none, double full, int percent, int maxAgeDays) {
    this.word = word;
    this.none = none;
    this.full = full;
    this.percent = percent;
    this.maxAge = Duration.ofDays(maxAgeDays);
  }

  String word() {
    return word;
  }

  String series(String country) {
    return "economy/" + country + "/" + word;
  }

  /** In hundredths. */
  int percent() {
    return percent;
  }

  /** How old a value may be. */
  Duration maxAge() {
    return maxAge;
  }

  /** The stress that a value stands for, in [0,1]. */
  double stress(double value) {
    double share = (value - none) / (full - none);
    return Math.max(0, Math.min(1, share));
  }
}

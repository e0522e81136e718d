package org.muscat.maritime;

import java.time.Duration;
import java.util.Optional;
import org.muscat.toolkit.Cadence;

/** Configurations with the declared defaults. */
final class Configs {

  private Configs() {}

  static ChokepointStatusConfig status(String strait) {
    return status(strait, 0.73);
  }

  static ChokepointStatusConfig status(String strait, double restrictedBelow) {
    return status(strait, restrictedBelow, 0.15, Duration.ofDays(5));
  }

  static ChokepointStatusConfig status(
      String strait, double restrictedBelow, double closedBelow, Duration dwell) {
    return new ChokepointStatusConfig(
        strait,
        Measure.ALL_CALLS,
        Cadence.DAILY,
        Optional.of(restrictedBelow),
        closedBelow,
        0.05,
        dwell,
        Duration.ofDays(3));
  }
}

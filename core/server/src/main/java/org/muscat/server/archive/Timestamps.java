package org.muscat.server.archive;

import java.math.BigDecimal;
import java.time.Instant;

/** Moments as OpenMetrics writes them. */
final class Timestamps {

  private Timestamps() {}

  /** Seconds since 1970 with as many digits as they need, at most three after the point. */
  static String seconds(Instant moment) {
    return BigDecimal.valueOf(moment.toEpochMilli(), 3).stripTrailingZeros().toPlainString();
  }
}

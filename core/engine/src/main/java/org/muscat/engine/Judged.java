package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.Model.Member;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/** One member with its reading put on its scale: live, held at its last value, or unknown. */
record Judged(
    Member member,
    Quality quality,
    String reason,
    @Nullable Double value,
    @Nullable Double risk,
    double variance,
    @Nullable Instant observedAt,
    Map<String, String> facts) {

  static Judged of(Member member, Input input, Instant asOf) {
    if (input.reading() instanceof Measured measured) {
      if (measured.observedAt().isAfter(asOf)) {
        return missing(
            member,
            input,
            "the reading claims data of " + measured.observedAt() + ", in the future");
      }
      Duration age = Duration.between(measured.observedAt(), asOf);
      if (age.compareTo(member.uncertainty().maxAge()) <= 0) {
        return live(member, measured, age);
      }
      return missing(
          member,
          input,
          "last data of "
              + measured.observedAt()
              + " are older than "
              + member.uncertainty().maxAge());
    }
    return missing(member, input, ((NoData) input.reading()).reason());
  }

  boolean isLive() {
    return quality != Quality.MISSING;
  }

  /** Whether there is a value, be it live or held. */
  boolean isKnown() {
    return risk != null;
  }

  boolean isHeld() {
    return isKnown() && !isLive();
  }

  double stability() {
    if (risk == null) {
      throw new IllegalStateException("'" + member.id() + "' has no value");
    }
    return 100 - risk;
  }

  private static Judged live(Member member, Measured measured, Duration age) {
    boolean stale = age.compareTo(member.uncertainty().maxAge().dividedBy(2)) > 0;
    Quality quality =
        stale ? Quality.STALE : measured.caveat().isPresent() ? Quality.PARTIAL : Quality.OK;
    String reason =
        stale ? "newest data are of " + measured.observedAt() : measured.caveat().orElse("");
    return new Judged(
        member,
        quality,
        reason,
        measured.value(),
        Scales.risk(member.scale(), measured.value()),
        Staleness.variance(member.uncertainty(), age),
        measured.observedAt(),
        measured.facts());
  }

  private static Judged missing(Member member, Input input, String reason) {
    @Nullable Measured last = input.lastMeasured();
    return new Judged(
        member,
        Quality.MISSING,
        reason,
        last == null ? null : (Double) last.value(),
        last == null ? null : (Double) Scales.risk(member.scale(), last.value()),
        Staleness.limit(member.uncertainty()),
        last == null ? null : last.observedAt(),
        last == null ? Map.of() : last.facts());
  }
}

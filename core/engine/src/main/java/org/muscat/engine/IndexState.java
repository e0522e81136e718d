package org.muscat.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index of one theatre as of one moment, with everything that made it. Immutable.
 *
 * @param model id of the model
 * @param modelVersion its version
 * @param modelHash its content hash
 * @param theatre what is scored
 * @param asOf nothing known later entered
 * @param status whether there is a score
 * @param reason why there is none, or what it leans on; empty when all is well
 * @param score the index, null when refused
 * @param coverage the share of weight that is present, in [0,1]
 * @param pillars in the order of their ids
 */
public record IndexState(
    String model,
    int modelVersion,
    String modelHash,
    String theatre,
    Instant asOf,
    Status status,
    String reason,
    @Nullable Score score,
    double coverage,
    List<PillarState> pillars) {

  /** Whether there is a score, and what it leans on. */
  public enum Status {
    /** All that the score needs is live. */
    SCORED,
    /** Something is missing, and the score would be calmer without its last value. */
    HELD,
    /** Too little is known; there is no score. */
    REFUSED
  }

  /**
   * The composite stability index and its interval.
   *
   * @param stability in [0,100], 100 is calm
   * @param lower end of the 90 % interval
   * @param upper end of the 90 % interval
   * @param sigma standard error in points, before the interval is cut to [0,100]
   */
  public record Score(double stability, double lower, double upper, double sigma) {}

  /**
   * One pillar.
   *
   * @param id of the pillar
   * @param weight its share of the index, in (0,1]
   * @param stability in [1,100]; null when the pillar is missing
   * @param coverage the share of its weight that is present, in [0,1]
   * @param contribution its part of what the index lacks to 100, in points; null when the index is
   *     refused or leans on nothing of this pillar
   * @param reason why it is missing; empty when it is not
   * @param members in the order of their ids
   */
  public record PillarState(
      String id,
      double weight,
      @Nullable Double stability,
      double coverage,
      @Nullable Double contribution,
      String reason,
      List<MemberState> members) {

    public PillarState {
      members = List.copyOf(members);
    }
  }

  /**
   * One indicator in its place.
   *
   * @param id of the member
   * @param weight its share of the pillar, in (0,1]
   * @param quality of what it says now
   * @param reason why it is missing or partial; empty when it is neither
   * @param value in the indicator's unit; null when missing and not held
   * @param risk in [0,100]; null when missing and not held
   * @param held whether value and risk are the last ones before it went missing
   * @param contribution its part of the pillar's contribution, in points
   * @param observedAt of the newest data in the value
   * @param facts beside the number, such as {@code frozen-since}
   */
  public record MemberState(
      String id,
      double weight,
      Quality quality,
      String reason,
      @Nullable Double value,
      @Nullable Double risk,
      boolean held,
      @Nullable Double contribution,
      @Nullable Instant observedAt,
      Map<String, String> facts) {}

  public IndexState {
    pillars = List.copyOf(pillars);
  }

  /** The index, empty when refused. */
  public Optional<Score> scored() {
    return Optional.ofNullable(score);
  }
}

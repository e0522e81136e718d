package org.muscat.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Measured;

/**
 * The index of one theatre as of one moment, with everything that made it. Immutable and safe for
 * any thread.
 *
 * <p>It keeps the numbers of its composition; pillars, members and reasons are put into words when
 * they are asked for.
 */
public final class IndexState {

  private final String theatre;
  private final Status status;
  private final Composition overLive;
  private final @Nullable Composition counted;
  private final @Nullable Score score;
  private final @Nullable Lack lack;
  private final String refusal;
  final Judgement judgement;

  /** Whether there is a score, and what it leans on. */
  public enum Status {
    /** All that the score needs is live. */
    SCORED,
    /** Something is missing, and the score would be calmer without its last value. */
    HELD,
    /** The history of the model has not begun; there is no score yet. */
    WARMING,
    /** Too little is known; there is no score. */
    REFUSED
  }

  /**
   * The stability index and its interval (method, section 5).
   *
   * @param stability S, the published index, in [0,100]; 100 is calm
   * @param lower end of the 90 % interval
   * @param upper end of the 90 % interval
   * @param sigma standard error in points, before the interval is cut to [0,100]
   * @param target S*, which S follows, in [0,100]
   * @param dynamic S_dyn, the mean of the pillars, in [1,100]
   * @param structuralFactor F, in (0,1]; null when the model has none
   */
  public record Score(
      double stability,
      double lower,
      double upper,
      double sigma,
      double target,
      double dynamic,
      @Nullable Double structuralFactor) {}

  /**
   * One pillar.
   *
   * @param id of the pillar
   * @param weight its share of the index, in (0,1]
   * @param stability in [1,100]; null when the pillar is missing
   * @param coverage the share of its weight that is present, in [0,1]
   * @param contribution its part of what the index lacks to 100, in points; null when there is no
   *     score or it leans on nothing of this pillar
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

  /**
   * One pillar far from the others (method, section 5.7).
   *
   * @param pillar its id
   * @param points its stability less the median of the others
   */
  public record Divergence(String pillar, double points) {}

  IndexState(
      String theatre,
      Status status,
      Judgement judgement,
      Composition overLive,
      @Nullable Composition counted,
      @Nullable Score score,
      @Nullable Lack lack,
      String refusal) {
    this.theatre = theatre;
    this.status = status;
    this.judgement = judgement;
    this.overLive = overLive;
    this.counted = counted;
    this.score = score;
    this.lack = lack;
    this.refusal = refusal;
  }

  /** The same inputs without a score: the history of the model begins later. */
  public IndexState warming(String reason) {
    return new IndexState(theatre, Status.WARMING, judgement, overLive, null, null, null, reason);
  }

  private Model definition() {
    return judgement.layout.model;
  }

  /** Id of the model. */
  public String model() {
    return definition().id();
  }

  /** Version of the model. */
  public int modelVersion() {
    return definition().version();
  }

  /** Content hash of the model. */
  public String modelHash() {
    return definition().hash();
  }

  /** What is scored. */
  public String theatre() {
    return theatre;
  }

  /** Nothing known later entered. */
  public Instant asOf() {
    return judgement.asOf;
  }

  /** Whether there is a score. */
  public Status status() {
    return status;
  }

  /** The index, empty when there is none. */
  public Optional<Score> scored() {
    return Optional.ofNullable(score);
  }

  /** The share of weight that is present, in [0,1]. */
  public double coverage() {
    return overLive.coverage();
  }

  /** Opacity in [0,1], its bound 1 while it is not known; empty when the model has none. */
  public Optional<Double> opacity() {
    Hidden hidden = judgement.hidden;
    return hidden == null ? Optional.empty() : Optional.of(hidden.atMost());
  }

  /**
   * Opacity in [0,1], live or held at its last value; empty while it is not known, or when the
   * model has none.
   */
  public Optional<Double> knownOpacity() {
    Hidden hidden = judgement.hidden;
    return hidden == null || !hidden.isKnown() ? Optional.empty() : Optional.of(hidden.atMost());
  }

  /**
   * What the structural factor takes from 100, in points; null when there is no score or no factor.
   */
  public @Nullable Double structureContribution() {
    return lack == null || judgement.framework == null ? null : (Double) lack.structure();
  }

  /**
   * What the response takes from 100, in points: {@code S* - S}, negative while the index is above
   * its target; null when there is no score.
   */
  public @Nullable Double responseContribution() {
    return lack == null ? null : (Double) lack.response();
  }

  /** Why there is no score, or what it leans on; empty when all is well. */
  public String reason() {
    return score == null ? refusal : new Reasons(this, judgement).leaning();
  }

  /** In the order of their ids. */
  public List<PillarState> pillars() {
    List<PillarState> pillars = new ArrayList<>();
    for (int p = 0; p < judgement.layout.pillars.size(); p++) {
      pillars.add(pillar(p));
    }
    return List.copyOf(pillars);
  }

  /**
   * The pillar that lies farthest, and more than 30 points, from the median of the others; empty if
   * there is none. Pillars that are missing are not looked at.
   */
  public Optional<Divergence> divergence() {
    return counted == null ? Optional.empty() : Divergences.farthest(judgement.layout, counted);
  }

  /** Whether every pillar counts. */
  public boolean hasAllPillars() {
    if (counted == null) {
      return false;
    }
    boolean all = true;
    for (int p = 0; p < judgement.layout.pillars.size(); p++) {
      all &= counted.pillarCounts(p);
    }
    return all;
  }

  @Nullable Composition counted() {
    return counted;
  }

  private PillarState pillar(int p) {
    Model.Pillar pillar = judgement.layout.pillars.get(p);
    boolean meets = overLive.pillarCounts(p);
    boolean counts = counted != null && counted.pillarCounts(p);
    Composition shown = counted != null && counts ? counted : overLive;
    List<MemberState> members = new ArrayList<>();
    for (int m = judgement.layout.first[p]; m < judgement.layout.first[p + 1]; m++) {
      members.add(member(p, m, counts));
    }
    return new PillarState(
        pillar.id(),
        pillar.weight() / judgement.layout.wholePillarWeight,
        meets ? (Double) shown.stability(p) : null,
        overLive.coverage(p),
        counts && lack != null ? (Double) lack.ofPillar(p) : null,
        meets ? "" : Reasons.shortage(overLive, p, definition().rules()),
        members);
  }

  private MemberState member(int p, int m, boolean pillarCounts) {
    boolean counts = pillarCounts && counted != null && counted.counts(m);
    boolean shown = judgement.isLive(m) || counts;
    Measured measured = judgement.measured(m);
    return new MemberState(
        judgement.layout.members[m].id(),
        judgement.layout.memberWeight[m] / judgement.layout.wholeMemberWeight[p],
        judgement.quality[m],
        judgement.reason(m),
        shown && measured != null ? (Double) measured.value() : null,
        shown && judgement.isKnown(m) ? (Double) judgement.risk[m] : null,
        judgement.isHeld(m) && counts,
        counts && lack != null && counted != null
            ? (Double) (lack.ofPillar(p) * counted.shareOfRisk(p, m))
            : null,
        judgement.observedAt(m),
        judgement.facts(m));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IndexState that
        && theatre.equals(that.theatre)
        && modelHash().equals(that.modelHash())
        && asOf().equals(that.asOf())
        && status == that.status
        && Objects.equals(score, that.score)
        && reason().equals(that.reason())
        && pillars().equals(that.pillars());
  }

  @Override
  public int hashCode() {
    return Objects.hash(theatre, asOf(), status, score);
  }

  @Override
  public String toString() {
    return theatre + " as of " + asOf() + ": " + status + " " + (score == null ? refusal : score);
  }
}

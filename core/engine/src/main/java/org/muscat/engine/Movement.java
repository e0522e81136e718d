package org.muscat.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.attribution.LogMean;
import org.muscat.spi.Reading;

/**
 * What moved the published index between two of its states (method, section 5, attribution). The
 * parts sum to the move within 1e-12 of the scale.
 *
 * <p>The target of the response is split first, {@code S* = S_dyn F}, by the logarithmic mean; then
 * {@code ln S_dyn} along the way from the old inputs to the new ones: model, inputs that dropped
 * out, new values, inputs that appeared; last the difference between what is held and what is live.
 *
 * @param change of the index in points, negative when it fell
 * @param parts in the order of the model; what is exactly 0 is left out
 */
public record Movement(double change, List<Part> parts) {

  /** Why the index moved. */
  public enum Cause {
    /** New observations. */
    DATA,
    /** Values of old observations that were revised. */
    REVISION,
    /** The passing of time without news: decay. */
    TIME,
    /** Inputs went missing or came back: what is held, and the weights of what is left. */
    COVERAGE,
    /** The structural factor. */
    STRUCTURE,
    /** The index follows its target with a lag. */
    RESPONSE,
    /** Other weights in the model. */
    WEIGHTS,
    /** Other scales or rules in the model. */
    METHOD,
    /** Inputs that count now and did not, or did and do not. */
    MEMBERSHIP
  }

  /**
   * One part of a move.
   *
   * @param cause why it moved
   * @param pillar of the member; empty when it is no pillar's
   * @param member its id; empty when it is no single indicator's
   * @param points of the index, negative when it pulled the index down
   */
  public record Part(Cause cause, String pillar, String member, double points) {}

  /**
   * What an indicator would have read, to tell news from revisions and from time.
   *
   * @param restated as of the earlier moment, with old values as they are known at the later one
   * @param aged as of the later moment, with just those observations
   */
  public record Counterfactual(Reading restated, Reading aged) {}

  public Movement {
    // Made here and handed to nobody else: a copy for each tick and theatre would be for nothing.
    parts = Collections.unmodifiableList(parts);
  }

  /** The move from one state to another; whatever an indicator reads anew is data. */
  public static Movement between(IndexState before, IndexState after) {
    return between(before, after, Map.of());
  }

  /**
   * The move from one state to another.
   *
   * @param counterfactuals by the id of the member; one that has none moved by data alone
   * @throws IllegalArgumentException if one of them has no score
   */
  public static Movement between(
      IndexState before, IndexState after, Map<String, Counterfactual> counterfactuals) {
    Score from = before.scored().orElseThrow(() -> noScore(before));
    Score to = after.scored().orElseThrow(() -> noScore(after));
    double perLog = LogMean.of(to.target(), from.target());
    List<Part> parts = new ArrayList<>(after.judgement.risk.length + 2);
    double lag = (to.stability() - to.target()) - (from.stability() - from.target());
    add(parts, Cause.RESPONSE, lag);
    add(parts, Cause.STRUCTURE, perLog * (logFactor(to) - logFactor(from)));
    new Way(before, after, counterfactuals, perLog, parts).addParts();
    return new Movement(to.stability() - from.stability(), parts);
  }

  /** The parts, those that moved the index most first. */
  public List<Part> largestFirst() {
    return parts.stream()
        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.points())))
        .toList();
  }

  /** The points of all parts with a cause. */
  public double of(Cause cause) {
    double sum = 0;
    for (Part part : parts) {
      sum += part.cause() == cause ? part.points() : 0;
    }
    return sum;
  }

  private static void add(List<Part> parts, Cause cause, double points) {
    if (points != 0) {
      parts.add(new Part(cause, "", "", points));
    }
  }

  private static double logFactor(Score score) {
    return score.structuralFactor() == null ? 0 : Math.log(score.structuralFactor());
  }

  private static IllegalArgumentException noScore(IndexState state) {
    return new IllegalArgumentException(
        "theatre '"
            + state.theatre()
            + "' has no score as of "
            + state.asOf()
            + ": "
            + state.reason());
  }
}

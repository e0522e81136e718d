package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.response.AsymmetricResponse;

/**
 * Composes readings into the stability index of theatres of one model (method, sections 2 and 5).
 * Immutable and safe for any thread.
 *
 * <p>What is missing is never calm: the index is the lowest over the live inputs with any of the
 * missing ones held at their last value. What was never seen only widens the interval. Below the
 * coverage floor there is no score, nor without the framework index of a model that has one:
 * leaving the factor out would calm.
 */
public final class Composite {

  /** A missing input is held at its last value this long (method, section 2, rule 2). */
  public static final Duration LONGEST_HOLD = Duration.ofDays(90);

  /** Two-sided 90 % of the standard normal distribution. */
  private static final double Z_90 = 1.645;

  private static final double SECONDS_A_DAY = 86_400;

  private final Layout layout;

  /** A composite with everything worked out that does not depend on readings. */
  public Composite(Model model) {
    this.layout = new Layout(model);
  }

  /** The model. */
  public Model model() {
    return layout.model;
  }

  /**
   * The index of a theatre.
   *
   * @param inputs by the ids of {@link Model#inputs()}, one for each
   * @param before the index that was published at the last point of the grid; null if there was
   *     none, then the index is its target
   * @param response how the index follows its target
   * @throws IllegalArgumentException if an input is not there, or {@code before} is not before
   */
  public IndexState compose(
      String theatre,
      Instant asOf,
      Map<String, Input> inputs,
      @Nullable Published before,
      AsymmetricResponse response) {
    List<Input> ordered = new ArrayList<>(inputs.size());
    for (String id : layout.inputs) {
      Input input = inputs.get(id);
      if (input == null) {
        throw new IllegalArgumentException("no input for indicator '" + id + "'");
      }
      ordered.add(input);
    }
    return compose(theatre, asOf, ordered, before, response);
  }

  /**
   * The index of a theatre.
   *
   * @param inputs in the order of {@link Model#inputs()}
   * @param before as above
   * @throws IllegalArgumentException if the number of inputs is another, or {@code before} is not
   *     before
   */
  public IndexState compose(
      String theatre,
      Instant asOf,
      List<Input> inputs,
      @Nullable Published before,
      AsymmetricResponse response) {
    if (inputs.size() != layout.inputs.size()) {
      throw new IllegalArgumentException(
          inputs.size() + " inputs, " + layout.inputs.size() + " are needed: " + layout.inputs);
    }
    return compose(theatre, new Judgement(layout, asOf, inputs), before, response);
  }

  /** The index of a theatre that was never published before. */
  public static IndexState compose(
      Model model, String theatre, Instant asOf, Map<String, Input> inputs) {
    return new Composite(model).compose(theatre, asOf, inputs, null, AsymmetricResponse.DEFAULT);
  }

  private IndexState compose(
      String theatre,
      Judgement judgement,
      @Nullable Published before,
      AsymmetricResponse response) {
    Composition live = judgement.overLive();
    UnitInput framework = judgement.framework;
    if (!live.isCovered()) {
      return refused(theatre, judgement, live, Reasons.lowCoverage(layout, live));
    }
    if (framework != null && !framework.isKnown()) {
      return refused(theatre, judgement, live, Reasons.noFramework(framework));
    }
    Composition withHeld = judgement.isWhole() ? live : judgement.withHeld();
    Composition worst = judgement.isWhole() ? live : judgement.worst();
    Composition lower = worst.stability() < live.stability() ? worst : live;
    boolean held = lower != live || (framework != null && framework.isHeld());
    double factor = factor(framework);
    double variance = variance(live, factor, judgement);
    if (withHeld != live) {
      variance = Math.max(variance, variance(withHeld, factor, judgement));
      variance = Math.max(variance, variance(lower, factor, judgement));
    }
    double target = lower.stability() * factor;
    Score score =
        score(
            follow(target, before, response, judgement.asOf),
            Math.sqrt(variance + ofOpacity(judgement)),
            target,
            lower.stability(),
            framework == null ? null : (Double) factor);
    return new IndexState(
        theatre,
        held ? Status.HELD : Status.SCORED,
        judgement,
        live,
        lower,
        score,
        new Lack(layout, lower, factor, score),
        "");
  }

  private static IndexState refused(
      String theatre, Judgement judgement, Composition live, String reason) {
    return new IndexState(theatre, Status.REFUSED, judgement, live, null, null, null, reason);
  }

  private double factor(@Nullable UnitInput framework) {
    Model.Structure structure = layout.model.rules().structure();
    return framework == null || structure == null ? 1 : structure.factor().of(framework.value());
  }

  private static double follow(
      double target, @Nullable Published before, AsymmetricResponse response, Instant asOf) {
    if (before == null) {
      return target;
    }
    double days = Wear.seconds(before.at(), asOf) / SECONDS_A_DAY;
    return response.next(before.index(), target, days);
  }

  /**
   * Method, section 5.6: the variance of the mean under the factor, and that of the framework index
   * under the mean. It is the one of S*, which S follows.
   */
  private double variance(Composition composition, double factor, Judgement judgement) {
    double variance = factor * factor * composition.variance(judgement.variance);
    Model.Structure structure = layout.model.rules().structure();
    if (judgement.framework != null && structure != null) {
      double slope = composition.stability() * structure.factor().slope();
      variance += slope * slope * judgement.framework.sd() * judgement.framework.sd();
    }
    return variance;
  }

  private double ofOpacity(Judgement judgement) {
    return judgement.hidden == null ? 0 : judgement.hidden.variance();
  }

  private static Score score(
      double s, double sigma, double target, double dynamic, @Nullable Double factor) {
    double lower = Math.max(0, s - Z_90 * sigma);
    double upper = Math.min(100, s + Z_90 * sigma);
    return new Score(s, lower, upper, sigma, target, dynamic, factor);
  }
}

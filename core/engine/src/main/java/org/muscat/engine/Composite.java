package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.IndexState.Status;
import org.muscat.engine.Model.Member;
import org.muscat.engine.Model.Pillar;

/**
 * Composes readings into the stability index of a theatre (method, sections 2 and 5).
 *
 * <p>What is missing is never calm: the index is the lower of the one over the live inputs and the
 * one with missing inputs held at their last value. What was never seen only widens the interval.
 * Below the coverage floor there is no score.
 */
public final class Composite {

  /** A missing input is held at its last value this long (method, section 2, rule 2). */
  public static final Duration LONGEST_HOLD = Duration.ofDays(90);

  /** Two-sided 90 % of the standard normal distribution. */
  private static final double Z_90 = 1.645;

  private final Model model;
  private final Instant asOf;
  private final List<JudgedPillar> judged = new ArrayList<>();

  private Composite(Model model, Instant asOf, Map<String, Input> inputs) {
    this.model = model;
    this.asOf = asOf;
    for (Pillar pillar : model.pillars()) {
      List<Judged> members = new ArrayList<>();
      for (Member member : pillar.members()) {
        members.add(Judged.of(member, inputOf(member, inputs), asOf));
      }
      judged.add(new JudgedPillar(pillar, members));
    }
  }

  /**
   * The index of a theatre.
   *
   * @param inputs by the id of the member, one for each
   * @throws IllegalArgumentException if a member has no input
   */
  public static IndexState compose(
      Model model, String theatre, Instant asOf, Map<String, Input> inputs) {
    return new Composite(model, asOf, inputs).state(theatre);
  }

  private IndexState state(String theatre) {
    List<PillarMean> live = means(Judged::isLive);
    double coverage = coverage(live);
    Optional<String> refusal = refusal(live, coverage);
    StateBuilder states = new StateBuilder(model, judged);
    if (refusal.isPresent()) {
      return states.refused(theatre, asOf, coverage, refusal.get());
    }
    Composition overLive = new Composition(meeting(live));
    Composition withHeld = new Composition(meeting(means(Judged::isKnown)));
    boolean held = withHeld.stability() < overLive.stability();
    Composition lower = held ? withHeld : overLive;
    double sigma = Math.sqrt(Math.max(variance(overLive), variance(withHeld)));
    Score score = score(lower.stability(), sigma);
    return states.scored(theatre, asOf, coverage, held ? Status.HELD : Status.SCORED, lower, score);
  }

  private static Score score(double s, double sigma) {
    return new Score(s, Math.max(0, s - Z_90 * sigma), Math.min(100, s + Z_90 * sigma), sigma);
  }

  /**
   * Method, section 5.6, with a missing input at its full weight (section 2, rule 2). The larger of
   * the two compositions counts: the one with held values has the slopes from before something went
   * missing, so that going missing always widens.
   */
  private double variance(Composition composition) {
    double variance = composition.weightVariance();
    for (JudgedPillar pillar : judged) {
      Optional<PillarMean> mean = composition.pillar(pillar.pillar().id());
      if (mean.isPresent()) {
        double slope = composition.slope(mean.get());
        variance += slope * slope * mean.get().weightVariance();
      }
      for (Judged member : pillar.members()) {
        double slope = slope(composition, pillar.pillar(), mean, member);
        variance += slope * slope * member.variance();
      }
    }
    return variance;
  }

  private double slope(
      Composition composition, Pillar pillar, Optional<PillarMean> mean, Judged member) {
    if (mean.isPresent() && mean.get().members().contains(member)) {
      return composition.slope(mean.get()) * mean.get().share(member);
    }
    // The member moves nothing now; it would, by its full weight, were it known.
    double inner = member.member().weight() / pillar.memberWeight();
    double outer = pillar.weight() / model.pillarWeight();
    double level = mean.map(PillarMean::stability).orElse(composition.stability());
    return composition.stability() / level * outer * inner;
  }

  private List<PillarMean> means(Predicate<Judged> counts) {
    return judged.stream().map(pillar -> pillar.mean(counts)).toList();
  }

  private List<PillarMean> meeting(List<PillarMean> means) {
    return means.stream().filter(mean -> mean.meets(model)).toList();
  }

  private double coverage(List<PillarMean> live) {
    double present = 0;
    for (PillarMean mean : meeting(live)) {
      present += mean.pillar().weight() * mean.coverage();
    }
    return present / model.pillarWeight();
  }

  private Optional<String> refusal(List<PillarMean> live, double coverage) {
    if (coverage >= model.coverageFloor() && !meeting(live).isEmpty()) {
      return Optional.empty();
    }
    List<String> absent =
        live.stream().filter(mean -> !mean.meets(model)).map(mean -> mean.pillar().id()).toList();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%.2f of the weight is present, %.2f is needed; pillars without a score: %s",
            coverage,
            model.coverageFloor(),
            absent.isEmpty() ? "none" : String.join(", ", absent)));
  }

  private static Input inputOf(Member member, Map<String, Input> inputs) {
    Input input = inputs.get(member.id());
    if (input == null) {
      throw new IllegalArgumentException("no input for indicator '" + member.id() + "'");
    }
    return input;
  }
}

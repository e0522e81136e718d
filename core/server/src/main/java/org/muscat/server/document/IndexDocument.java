package org.muscat.server.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.Movement;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessment.Move;
import org.muscat.server.index.Restricted;
import org.muscat.server.index.Theatre;

/**
 * The index of one theatre as JSON. It holds nothing but what follows from the as-of moment, the
 * observations known then, the model and the programs: the same question gives the same bytes.
 *
 * @param demo whether this is the demo theatre, which speaks of the past
 * @param stability in [0,100]; null when there is no score
 * @param flags every flag once; none if the model judges no regime
 * @param tripWires the nearest first; none when there is no margin
 * @param moved what moved the index over a day and a week
 */
public record IndexDocument(
    boolean demo,
    ModelDocument model,
    TheatreName theatre,
    String asOf,
    String status,
    String reason,
    @Nullable Stability stability,
    double coverage,
    OpacityDocument opacity,
    DivergenceDocument divergence,
    RegimeDocument regime,
    List<FlagDocument> flags,
    MarginDocument margin,
    List<TripWireDocument> tripWires,
    List<PillarDocument> pillars,
    List<StatusDocument> statusWords,
    List<MoveDocument> moved,
    ProgramsDocument programs) {

  /** Identity of a model. */
  public record ModelDocument(String id, int version, String hash) {}

  /** Identity of a theatre. */
  public record TheatreName(String id, String title) {}

  /**
   * The index with its 90 % interval, in points.
   *
   * @param target what the index follows
   * @param dynamic the mean of the pillars, which the margin is about
   * @param structuralFactor in (0,1]; null without one
   * @param structureContribution what the structural factor takes from 100; null without one
   * @param responseContribution what the lag behind the target takes from 100, negative while the
   *     index is above it
   */
  public record Stability(
      double value,
      double lower,
      double upper,
      double sigma,
      double target,
      double dynamic,
      @Nullable Double structuralFactor,
      @Nullable Double structureContribution,
      @Nullable Double responseContribution) {}

  /**
   * How much is hidden. It widens the interval.
   *
   * @param value in [0,1], live or held at its last value; null while it is not known
   * @param reason why there is no value; empty when there is
   */
  public record OpacityDocument(@Nullable Double value, String reason) {}

  /**
   * The pillar that is far from the others.
   *
   * @param pillar null if there is none
   * @param points its stability less the median of the others; null with the pillar
   * @param reason why there is none; empty when there is
   */
  public record DivergenceDocument(
      @Nullable String pillar, @Nullable Double points, String reason) {}

  /** What moved the index over a span. */
  public record MoveDocument(String span, String from, double change, List<PartDocument> parts) {}

  /**
   * One part of a move, in points.
   *
   * @param cause such as {@code data} or {@code response}
   * @param pillar of the indicator; empty when the part is that of none
   * @param indicator empty when the part is that of none
   */
  public record PartDocument(String cause, String pillar, String indicator, double change) {}

  /** What computed this. */
  public record ProgramsDocument(String muscat, Map<String, String> plugins) {}

  /**
   * The document of an assessment.
   *
   * @param demo whether it is the demo theatre
   * @param withheld of which no value is told
   * @param programs what computed it
   */
  static IndexDocument of(
      Assessment assessment, boolean demo, Restricted withheld, ProgramsDocument programs) {
    IndexState state = assessment.state();
    Theatre theatre = assessment.theatre();
    return new IndexDocument(
        demo,
        new ModelDocument(state.model(), state.modelVersion(), state.modelHash()),
        new TheatreName(theatre.id(), theatre.title()),
        state.asOf().toString(),
        Words.of(state.status()),
        state.reason(),
        state.scored().map(s -> stability(state, s)).orElse(null),
        state.coverage(),
        opacity(theatre, state),
        divergence(state),
        RegimeDocument.of(assessment.theatreState().regime()),
        assessment.theatreState().flags().stream().map(FlagDocument::of).toList(),
        MarginDocument.of(assessment.theatreState().margin()),
        TripWireDocument.nearestFirst(assessment, withheld),
        state.pillars().stream()
            .map(pillar -> PillarDocument.of(theatre, pillar, withheld))
            .toList(),
        assessment.statusWords().stream()
            .map(word -> StatusDocument.of(word, state.asOf(), withheld))
            .toList(),
        assessment.moves().stream().map(IndexDocument::move).toList(),
        programs);
  }

  private static Stability stability(IndexState state, IndexState.Score score) {
    return new Stability(
        score.stability(),
        score.lower(),
        score.upper(),
        score.sigma(),
        score.target(),
        score.dynamic(),
        score.structuralFactor(),
        state.structureContribution(),
        state.responseContribution());
  }

  private static OpacityDocument opacity(Theatre theatre, IndexState state) {
    Double known = state.knownOpacity().orElse(null);
    if (known != null) {
      return new OpacityDocument(known, "");
    }
    return new OpacityDocument(
        null,
        theatre.model().rules().opacities().isEmpty()
            ? "the model has none"
            : "it is not known; the interval is as wide as if it were 1");
  }

  private static DivergenceDocument divergence(IndexState state) {
    IndexState.Divergence found = state.divergence().orElse(null);
    if (found != null) {
      return new DivergenceDocument(found.pillar(), found.points(), "");
    }
    if (state.scored().isEmpty()) {
      return new DivergenceDocument(null, null, "there is no score");
    }
    return new DivergenceDocument(
        null,
        null,
        state.hasAllPillars()
            ? "no pillar is far from the others"
            : "no pillar that is known is far from the others, and one is missing");
  }

  private static MoveDocument move(Move move) {
    return new MoveDocument(
        "P" + move.span().toDays() + "D",
        move.from().toString(),
        move.movement().change(),
        move.movement().largestFirst().stream().map(IndexDocument::part).toList());
  }

  private static PartDocument part(Movement.Part part) {
    return new PartDocument(Words.of(part.cause()), part.pillar(), part.member(), part.points());
  }
}

package org.muscat.server.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.MemberState;
import org.muscat.engine.IndexState.PillarState;
import org.muscat.engine.Movement;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Assessment.Move;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.server.index.BoundMember;
import org.muscat.server.index.Theatre;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

/**
 * The index of one theatre as JSON. It holds nothing but what follows from the as-of moment, the
 * observations known then, the model and the programs: the same question gives the same bytes.
 *
 * @param demo whether this is the demo theatre, which speaks of the past
 * @param stability in [0,100]; null when refused
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
      @Nullable Double structureContribution,
      @Nullable Double responseContribution) {}

  /** One pillar. */
  public record PillarDocument(
      String id,
      double weight,
      @Nullable Double stability,
      double coverage,
      @Nullable Double contribution,
      String reason,
      List<IndicatorDocument> indicators) {}

  /** One indicator in its place. */
  public record IndicatorDocument(
      String id,
      String indicator,
      String title,
      String unit,
      double weight,
      String quality,
      String reason,
      @Nullable Double value,
      @Nullable Double risk,
      boolean held,
      @Nullable Double contribution,
      @Nullable String observedAt,
      Map<String, String> facts) {}

  /** A word beside the index. */
  public record StatusDocument(
      String id,
      String title,
      @Nullable String status,
      @Nullable String since,
      @Nullable Double value,
      String unit,
      @Nullable String observedAt,
      String reason) {}

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
   * @param programs what computed it
   */
  public static IndexDocument of(Assessment assessment, boolean demo, ProgramsDocument programs) {
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
        state.pillars().stream().map(pillar -> pillar(theatre, pillar)).toList(),
        assessment.statusWords().stream().map(IndexDocument::status).toList(),
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
        state.structureContribution(),
        state.responseContribution());
  }

  private static PillarDocument pillar(Theatre theatre, PillarState pillar) {
    return new PillarDocument(
        pillar.id(),
        pillar.weight(),
        pillar.stability(),
        pillar.coverage(),
        pillar.contribution(),
        pillar.reason(),
        pillar.members().stream()
            .map(member -> indicator(theatre.member(member.id()), member))
            .toList());
  }

  private static IndicatorDocument indicator(BoundMember bound, MemberState member) {
    return new IndicatorDocument(
        member.id(),
        bound.descriptor().id(),
        bound.descriptor().title(),
        bound.descriptor().unit(),
        member.weight(),
        Words.of(member.quality()),
        member.reason(),
        member.value(),
        member.risk(),
        member.held(),
        member.contribution(),
        text(member.observedAt()),
        member.facts());
  }

  private static StatusDocument status(StatusWord word) {
    BoundMember member = word.member();
    String title = member.descriptor().title();
    String unit = member.descriptor().unit();
    if (word.reading() instanceof Measured measured) {
      return new StatusDocument(
          member.id(),
          title,
          measured.facts().get("status"),
          measured.facts().get("since"),
          measured.value(),
          unit,
          measured.observedAt().toString(),
          measured.caveat().orElse(""));
    }
    String reason = ((NoData) word.reading()).reason();
    return new StatusDocument(member.id(), title, null, null, null, unit, null, reason);
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

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}

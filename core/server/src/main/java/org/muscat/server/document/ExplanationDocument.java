package org.muscat.server.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.server.document.IndexDocument.ModelDocument;
import org.muscat.server.document.IndexDocument.TheatreName;
import org.muscat.server.index.Explanation;
import org.muscat.server.index.Restricted;

/**
 * What moved an index from one moment to another, as JSON.
 *
 * @param demo whether this is the demo theatre, which speaks of the past
 * @param from the earlier state
 * @param to the later state
 * @param change of the index, in points
 * @param parts the largest first
 * @param causes the sum of the parts of each cause, in the order of the causes; those that have
 *     none are left out
 * @param sum of all parts: the change, but for rounding
 * @param text the same in one paragraph of plain words
 */
public record ExplanationDocument(
    boolean demo,
    ModelDocument model,
    TheatreName theatre,
    EndDocument from,
    EndDocument to,
    double change,
    List<PartDocument> parts,
    List<CauseDocument> causes,
    double sum,
    String text) {

  /** One end of a move. */
  public record EndDocument(String asOf, String status, String reason, @Nullable Double stability) {

    static EndDocument of(IndexState state) {
      return new EndDocument(
          state.asOf().toString(),
          Words.of(state.status()),
          state.reason(),
          state.scored().map(IndexState.Score::stability).orElse(null));
    }
  }

  /** One part of a move, in points. Pillar and indicator are empty when it is that of none. */
  public record PartDocument(String cause, String pillar, String indicator, double change) {}

  /** All parts of one cause, in points. */
  public record CauseDocument(String cause, double change) {}

  static ExplanationDocument of(Explanation explanation, boolean demo, Restricted withheld) {
    IndexState to = explanation.to().index();
    MoveParts parts = MoveParts.of(explanation.movement());
    return new ExplanationDocument(
        demo,
        new ModelDocument(to.model(), to.modelVersion(), to.modelHash()),
        new TheatreName(explanation.theatre().id(), explanation.theatre().title()),
        EndDocument.of(explanation.from().index()),
        EndDocument.of(to),
        explanation.movement().change(),
        parts.largestFirst(),
        parts.causes(),
        parts.sum(),
        MoveInWords.of(MoveFacts.of(explanation, withheld)));
  }
}

package org.muscat.server.document;

import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.Movement;
import org.muscat.engine.Movement.Cause;
import org.muscat.server.document.ExplanationDocument.CauseDocument;
import org.muscat.server.document.ExplanationDocument.PartDocument;

/**
 * The parts of a move as documents.
 *
 * @param largestFirst every part
 * @param causes the sum of the parts of each cause that has some
 * @param sum of all parts
 */
record MoveParts(List<PartDocument> largestFirst, List<CauseDocument> causes, double sum) {

  static MoveParts of(Movement movement) {
    List<CauseDocument> causes = new ArrayList<>();
    double sum = 0;
    for (Cause cause : Cause.values()) {
      if (movement.parts().stream().anyMatch(part -> part.cause() == cause)) {
        causes.add(new CauseDocument(Words.of(cause), movement.of(cause)));
        sum += movement.of(cause);
      }
    }
    List<PartDocument> parts =
        movement.largestFirst().stream()
            .map(
                part ->
                    new PartDocument(
                        Words.of(part.cause()), part.pillar(), part.member(), part.points()))
            .toList();
    return new MoveParts(parts, causes, sum);
  }
}

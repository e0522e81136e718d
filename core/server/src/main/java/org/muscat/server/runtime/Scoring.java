package org.muscat.server.runtime;

import org.muscat.server.document.Documents;
import org.muscat.server.index.Assessor;
import org.muscat.server.publish.Reproduction;

/**
 * What scores theatres and tells of it. Wired by hand, for a command that is over within a second
 * would take a tenth of it to have so little wired.
 *
 * @param assessor from the store to states
 * @param documents from states to documents
 * @param reproduction of what was published before
 */
public record Scoring(Assessor assessor, Documents documents, Reproduction reproduction) {

  static Scoring of(Session session) {
    Assessor assessor = new Assessor(session.store(), session.plugins());
    Documents documents =
        new Documents(session.plugins(), session.feedBoard(), session.restricted());
    return new Scoring(assessor, documents, new Reproduction(assessor, documents, session.store()));
  }
}
